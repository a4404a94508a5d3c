import { LaggingMap } from '../lagging';
import type { WorkChange } from './change';
import type { Issue } from './issue';
import type { DeskFields, Field, Project, RequestType, Status, Workflow, WorkSeed } from './model';

/** Custom fields that the service desk brings itself. Their ids differ from site to site. */
const DESK_FIELDS: DeskFields = {
  requestType: 'customfield_10010',
  participants: 'customfield_10026',
  approvals: 'customfield_10031',
};
const AUTOMATION = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

const counted = ['issue', 'history', 'comment', 'approval'] as const;
type Counted = (typeof counted)[number];
const FIRST = { issue: 10_000, history: 20_000, comment: 30_000, approval: 0 } as const;

/** Projects, what is set up for them, and their issues. It only moves by changes. */
export class WorkState {
  readonly fields = new Map<string, Field>();
  readonly statuses = new Map<string, Status>();
  readonly workflows = new Map<string, Workflow>();
  readonly projects = new Map<string, Project>();
  readonly deskFields: DeskFields;
  /** As whom Jira runs a transition that nobody asked for. */
  readonly automationAccountId: string;
  private readonly issues = new LaggingMap<Issue>();
  /** Every key that an issue ever had: the old ones still lead to it. */
  private readonly keys = new Map<string, string>();
  private readonly last: Record<Counted, number> = { ...FIRST };
  private readonly numbers = new Map<string, number>();

  constructor(seed: WorkSeed) {
    this.deskFields = seed.deskFields ?? DESK_FIELDS;
    this.automationAccountId = seed.automationAccountId ?? AUTOMATION;
    for (const field of seed.fields) this.fields.set(field.id, field);
    for (const status of seed.statuses) this.statuses.set(status.id, status);
    for (const workflow of seed.workflows) this.workflows.set(workflow.id, workflow);
    for (const project of seed.projects) this.projects.set(project.id, project);
  }

  apply(change: WorkChange, now: number): void {
    switch (change.kind) {
      case 'issue.set':
        this.count(change.issue);
        return this.issues.set(change.issue.id, change.issue, { now, shownAt: change.shownAt });
      case 'issue.removed':
        return this.issues.set(change.issueId, undefined, { now, shownAt: change.shownAt });
      case 'field.set':
        return void this.fields.set(change.field.id, change.field);
      case 'status.set':
        return void this.statuses.set(change.status.id, change.status);
      case 'workflow.set':
        return void this.workflows.set(change.workflow.id, change.workflow);
      case 'project.set':
        return void this.projects.set(change.project.id, change.project);
    }
  }

  findIssue(idOrKey: string): Issue | undefined {
    return this.issues.get(idOrKey) ?? this.issues.get(this.keys.get(idOrKey.toUpperCase()) ?? '');
  }

  /** The issues as the search index has them at a moment. */
  indexed(now: number): readonly Issue[] {
    return [...this.issues.keys()].flatMap((id) => this.issues.shown(id, now) ?? []);
  }

  /** Oldest first. */
  allIssues(): readonly Issue[] {
    return [...this.issues.keys()].flatMap((id) => this.issues.get(id) ?? []);
  }

  findProject(idOrKey: string): Project | undefined {
    const key = idOrKey.toUpperCase();
    return this.projects.get(idOrKey) ?? [...this.projects.values()].find((project) => project.key === key);
  }

  projectOf({ projectId }: Pick<Issue, 'projectId'>): Project {
    return must(this.projects.get(projectId), `project ${projectId}`);
  }

  status(id: string): Status {
    return must(this.statuses.get(id), `status ${id}`);
  }

  workflowOf(issue: Pick<Issue, 'projectId' | 'issueTypeId'>): Workflow {
    const type = this.projectOf(issue).issueTypes.find(({ id }) => id === issue.issueTypeId);
    return must(this.workflows.get(type?.workflowId ?? ''), `workflow of issue type ${issue.issueTypeId}`);
  }

  requestTypeOf(issue: Pick<Issue, 'projectId' | 'requestTypeId'>): RequestType | undefined {
    return this.projectOf(issue).desk.requestTypes.find(({ id }) => id === issue.requestTypeId);
  }

  next(what: Counted): string {
    this.last[what] += 1;
    return String(this.last[what]);
  }

  nextKey({ key }: Project): string {
    return `${key}-${(this.numbers.get(key) ?? 0) + 1}`;
  }

  /** Whatever comes next is numbered after everything that ever was, after a restart too. */
  private count(issue: Issue): void {
    const { id, key, changelog, comments, approvals } = issue;
    const ids = {
      issue: id,
      history: lastId(changelog),
      comment: lastId(comments),
      approval: lastId(approvals),
    };
    for (const what of counted) this.last[what] = Math.max(this.last[what], Number(ids[what]));
    const [project = '', number = '0'] = key.split('-');
    this.numbers.set(project, Math.max(this.numbers.get(project) ?? 0, Number(number)));
    this.keys.set(key, id);
  }
}

const lastId = (list: readonly { readonly id: string }[]): string => list.at(-1)?.id ?? '0';

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`There is no ${what}.`);
  return found;
}
