import type { z } from 'zod';
import type { Scene } from './layout';
import { asPerson, done, type Told } from './work-call';
import { readAll } from './work-lists';
import * as shapes from './work-shapes';

/** Everything about one request that the person may see. */
export interface Followed {
  readonly request: shapes.CustomerRequest;
  readonly approvals: readonly shapes.Approval[];
  readonly comments: readonly shapes.Comment[];
  readonly transitions: readonly z.output<typeof shapes.actionShape>[];
  readonly participants: readonly z.output<typeof shapes.userShape>[];
  /** Whether Jira shows the issue itself to the person: whether they work on the desk. */
  readonly inJira: boolean;
}

export const requestPath = (key: string): string => `/rest/servicedeskapi/request/${encodeURIComponent(key)}`;

export const readApprovals = (scene: Scene, key: string) =>
  readAll(scene, `${requestPath(key)}/approval`, shapes.approvalShape);

/** The first refusal is the answer. */
export async function readRequest(scene: Scene, key: string): Promise<Told<Followed>> {
  const path = requestPath(key);
  const wanted = { path: `${path}?expand=requestType,status,action` };
  const request = await asPerson(scene, wanted, shapes.requestShape);
  if (!request.ok) return request;
  const approvals = await readApprovals(scene, key);
  if (!approvals.ok) return approvals;
  const comments = await readAll(scene, `${path}/comment`, shapes.commentShape);
  if (!comments.ok) return comments;
  const transitions = await readAll(scene, `${path}/transition`, shapes.actionShape);
  if (!transitions.ok) return transitions;
  const participants = await readAll(scene, `${path}/participant`, shapes.userShape);
  if (!participants.ok) return participants;
  const inJira = await asPerson(
    scene,
    { path: `/rest/api/3/issue/${encodeURIComponent(key)}?fields=key` },
    done,
  );
  return {
    ok: true,
    value: {
      request: request.value,
      approvals: approvals.value,
      comments: comments.value,
      transitions: transitions.value,
      participants: participants.value,
      inJira: inJira.ok,
    },
  };
}
