import type { World } from '../exchange';
import { person } from './actor';
import { adfOf } from './adf';
import { answerApproval } from './answer';
import { addComment, deleteIssue, setProperty } from './comment';
import { createIssue } from './create';
import { editIssue, type Edits } from './edit';
import type { Issue } from './issue';
import type { Field, Project, Workflow } from './model';
import { moveIssue } from './move';
import { availableTransitions, transitionIssue } from './transition';

interface Raised {
  readonly by: string;
  readonly requestTypeId: string;
  readonly reporter?: string;
  readonly participants?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * What people do to requests by hand, as a test or a script tells it. `by` is always an account id; field values are
 * as they rest, see `issue.ts`. Nobody's rights are looked at: it throws where the service desk itself would not do it.
 */
export class Work {
  constructor(private readonly world: World) {}

  /** By id or by any key that it ever had. */
  issue(idOrKey: string): Issue {
    const found = this.world.work.findIssue(idOrKey);
    if (!found) throw new Error(`There is no issue ${idOrKey}.`);
    return found;
  }

  find = (idOrKey: string): Issue | undefined => this.world.work.findIssue(idOrKey);
  /** Oldest first. */
  issues = (): readonly Issue[] => this.world.work.allIssues();
  projects = (): readonly Project[] => [...this.world.work.projects.values()];
  fields = (): readonly Field[] => [...this.world.work.fields.values()];

  /** Raises a request through its type. */
  raise({ by, requestTypeId, reporter = by, participants = [], fields = {} }: Raised): Issue {
    const project = this.projects().find(({ desk }) =>
      desk.requestTypes.some(({ id }) => id === requestTypeId),
    );
    const type = project?.desk.requestTypes.find(({ id }) => id === requestTypeId);
    if (!project || !type) throw new Error(`There is no request type ${requestTypeId}.`);
    return createIssue(this.world, {
      ...{ by: person(by), projectId: project.id, issueTypeId: type.issueTypeId, requestTypeId, reporter },
      ...{ participants, fields: { summary: type.name, ...fields } },
    });
  }

  edit(idOrKey: string, { by, ...edits }: Edits & { readonly by: string }): Issue {
    return editIssue(this.world, this.issue(idOrKey), { by: person(by), ...edits });
  }

  /** By the id or the name of a transition that can be run by hand now. */
  transition(idOrKey: string, { by, to }: { readonly by: string; readonly to: string }): Issue {
    const issue = this.issue(idOrKey);
    const offered = availableTransitions(this.world, issue);
    const found = offered.find(({ id }) => id === to) ?? offered.find(({ name }) => name === to);
    const moved = found && transitionIssue(this.world, issue, { by: person(by), transitionId: found.id });
    if (moved === undefined || moved === 'not-available')
      throw new Error(
        `${issue.key} cannot take the transition ${to}. There is: ${offered.map(({ name }) => name).join(', ')}.`,
      );
    return moved;
  }

  /** Answers the newest approval. */
  answer(
    idOrKey: string,
    { by, decision }: { readonly by: string; readonly decision: 'approved' | 'declined' },
  ): Issue {
    const issue = this.issue(idOrKey);
    const approvalId = issue.approvals.at(-1)?.id ?? '';
    const answered = answerApproval(this.world, issue, { by: person(by), approvalId, decision });
    if (typeof answered === 'string') throw new Error(`${issue.key} takes no answer of ${by}: ${answered}.`);
    return answered;
  }

  comment(
    idOrKey: string,
    {
      by,
      text,
      internal = false,
    }: { readonly by: string; readonly text: string; readonly internal?: boolean },
  ): void {
    const said = { by: person(by), body: adfOf(text), public: !internal };
    addComment(this.world, this.issue(idOrKey), said);
  }

  /** To another project, another issue type, or another request type (`null`: none). What is left out stays. */
  move(
    idOrKey: string,
    {
      by,
      ...place
    }: { readonly by: string } & Partial<Pick<Issue, 'projectId' | 'issueTypeId' | 'requestTypeId'>>,
  ): Issue {
    const issue = this.issue(idOrKey);
    const { projectId, issueTypeId, requestTypeId } = { ...issue, ...place };
    return moveIssue(this.world, issue, { by: person(by), projectId, issueTypeId, requestTypeId });
  }

  delete(idOrKey: string, { by }: { readonly by: string }): void {
    deleteIssue(this.world, this.issue(idOrKey), person(by));
  }

  setProperty(idOrKey: string, key: string, value: unknown): void {
    setProperty(this.world, this.issue(idOrKey), { key, value });
  }

  /** Adds a field, or renames it, changes its type or its options. `deleted` takes it off every form and issue. */
  setField(id: string, change: Partial<Field>): void {
    const found = this.world.work.fields.get(id);
    const fresh: Field = { id, name: id, type: 'text', options: [], deleted: false };
    const field = { ...fresh, ...found, ...change, id };
    this.world.apply({ kind: 'field.set', field });
  }

  setProject(id: string, change: Partial<Project>): void {
    const project = this.world.work.projectOf({ projectId: id });
    this.world.apply({ kind: 'project.set', project: { ...project, ...change, id } });
  }

  /** Which fields are not on the edit screen of a project's issues of one type, and of every type without one. */
  takeOffEditScreen(projectId: string, fieldIds: readonly string[], issueTypeId?: string): void {
    const { issueTypes } = this.world.work.projectOf({ projectId });
    this.setProject(projectId, {
      issueTypes: issueTypes.map((type) =>
        issueTypeId === undefined || type.id === issueTypeId
          ? { ...type, offEditScreen: [...fieldIds] }
          : type,
      ),
    });
  }

  workflow(id: string): Workflow {
    const found = this.world.work.workflows.get(id);
    if (!found) throw new Error(`There is no workflow ${id}.`);
    return found;
  }

  setWorkflow(id: string, change: Partial<Workflow>): void {
    this.world.apply({ kind: 'workflow.set', workflow: { ...this.workflow(id), ...change, id } });
  }
}
