import { route } from '@forge/api';
import { z } from 'zod';
import { Fault } from '../../domain/fault';
import { anything, findInJira } from '../jira';
import { outOfSight } from './parts';

const transitions = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ id: z.string() }),
      hasScreen: z.boolean().optional(),
      isAvailable: z.boolean().optional(),
    }),
  ),
});
const standing = z.object({ fields: z.object({ status: z.object({ id: z.string() }) }) });

/**
 * Takes a transition that leads there; one without a screen first, for nobody is there to fill it in. `not-found`: the
 * ticket cannot be seen.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ doTransition
 */
export async function move(
  issueId: string,
  statusId: string,
  from?: string,
): Promise<'moved' | 'already' | 'no-way'> {
  if (from === undefined ? await stands(issueId, statusId) : from === statusId) return 'already';
  const path = route`/rest/api/3/issue/${issueId}/transitions`;
  const found = await findInJira(path, { shape: transitions });
  if (!found) throw outOfSight();
  const ways = found.transitions.filter(({ to, isAvailable }) => to.id === statusId && isAvailable !== false);
  const way = ways.find(({ hasScreen }) => hasScreen !== true) ?? ways[0];
  if (!way) return 'no-way';
  try {
    const done = await findInJira(path, {
      method: 'POST',
      body: { transition: { id: way.id } },
      shape: anything,
    });
    return done === undefined ? 'no-way' : 'moved';
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'target-refused') throw error;
    return (await stands(issueId, statusId)) ? 'already' : 'no-way';
  }
}

async function stands(issueId: string, statusId: string): Promise<boolean> {
  const found = await findInJira(route`/rest/api/3/issue/${issueId}?fields=status`, { shape: standing });
  if (!found) throw outOfSight();
  return found.fields.status.id === statusId;
}
