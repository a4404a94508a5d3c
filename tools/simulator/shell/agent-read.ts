import { z } from 'zod';
import { readApprovals } from './portal-read';
import type { Scene } from './layout';
import { asPerson, type Told } from './work-call';
import { kindOf, schemaShape, type FormField } from './work-field';
import { userShape, type Approval } from './work-shapes';

/** Answers of Jira's REST API about one issue, as far as the agent's page shows them. */
const author = userShape.nullish();
const issueShape = z.object({
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    project: z.object({ key: z.string(), name: z.string() }),
    issuetype: z.object({ name: z.string() }),
    creator: author,
    created: z.string(),
    updated: z.string(),
  }),
});
const editMeta = z.object({
  fields: z.record(
    z.string(),
    z.object({
      name: z.string(),
      required: z.boolean(),
      schema: schemaShape,
      allowedValues: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
    }),
  ),
});
const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ name: z.string() }) })),
});
const comments = z.object({
  comments: z.array(
    z.object({ id: z.string(), author, body: z.unknown(), created: z.string(), jsdPublic: z.boolean() }),
  ),
});
const side = z.string().nullable();
const changelog = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      author,
      created: z.string(),
      items: z.array(z.looseObject({ field: z.string(), fromString: side, toString: side })),
    }),
  ),
});
/** The field "Request Type", whose id is another one on each site. */
const requestType = z.object({
  requestType: z.object({ name: z.string() }),
  _links: z.object({ web: z.string() }),
});

export interface Worked {
  readonly issue: z.output<typeof issueShape>;
  /** What may be edited. */
  readonly fields: readonly FormField[];
  readonly transitions: z.output<typeof transitions>['transitions'];
  readonly comments: z.output<typeof comments>['comments'];
  readonly histories: z.output<typeof changelog>['values'];
  readonly approvals: readonly Approval[];
  /** Absent for an issue that the service desk does not know. */
  readonly request?: z.output<typeof requestType>;
}

export const issuePath = (key: string): string => `/rest/api/3/issue/${encodeURIComponent(key)}`;

/** Everything about one issue that Jira shows this person. The first refusal is the answer. */
export async function readWorked(scene: Scene, key: string): Promise<Told<Worked>> {
  const path = issuePath(key);
  const issue = await asPerson(scene, { path }, issueShape);
  if (!issue.ok) return issue;
  const meta = await asPerson(scene, { path: `${path}/editmeta` }, editMeta);
  if (!meta.ok) return meta;
  const moves = await asPerson(scene, { path: `${path}/transitions` }, transitions);
  if (!moves.ok) return moves;
  const said = await asPerson(scene, { path: `${path}/comment` }, comments);
  if (!said.ok) return said;
  const log = await asPerson(scene, { path: `${path}/changelog` }, changelog);
  if (!log.ok) return log;
  const request = Object.values(issue.value.fields).flatMap(
    (value) => requestType.safeParse(value).data ?? [],
  )[0];
  const approvals = request ? await readApprovals(scene, key) : { ok: true as const, value: [] };
  if (!approvals.ok) return approvals;
  return {
    ok: true,
    value: {
      issue: issue.value,
      fields: fieldsOf(meta.value),
      transitions: moves.value.transitions,
      comments: said.value.comments,
      histories: log.value.values,
      approvals: approvals.value,
      ...(request && { request }),
    },
  };
}

const fieldsOf = ({ fields }: z.output<typeof editMeta>): readonly FormField[] =>
  Object.entries(fields).flatMap(([id, { name, required, schema, allowedValues = [] }]) => {
    const kind = kindOf(schema);
    const options = allowedValues.map((each) => ({ id: each.id, name: each.value }));
    return kind ? [{ id, name, required, kind, options }] : [];
  });
