import { z } from 'zod';
import type { SiteOptions } from '../../../../tools/simulator/atlassian/site';
import { acme } from '../../../../tools/simulator/atlassian/worlds/acme';
import { asApp, visit } from '../visit';

export const { people, desk, groups } = acme;
export const { fields, requestTypes } = desk;
export const theApp = asApp('read:servicedesk-request', 'write:servicedesk-request');

type As = NonNullable<Parameters<ReturnType<typeof visit>['ask']>[1]>['as'];

const Raised = z.object({ issueId: z.string(), issueKey: z.string() });

/** What a request for production access says, unless something else is said. */
export const production = (values: Readonly<Record<string, unknown>> = {}) => ({
  serviceDeskId: desk.ops.desk.id,
  requestTypeId: requestTypes.productionAccess.id,
  requestFieldValues: {
    summary: 'Look into the logs',
    [fields.accessLevel.id]: { value: 'Security team' },
    [fields.reason.id]: 'On call this week.',
    ...values,
  },
});

export const membership = (values: Readonly<Record<string, unknown>> = {}) => ({
  serviceDeskId: desk.it.desk.id,
  requestTypeId: requestTypes.groupMembership.id,
  requestFieldValues: { summary: 'HR space', ...values },
});

export const approvedBy = (...those: readonly { readonly accountId: string }[]) => ({
  [fields.approvers.id]: those.map(({ accountId }) => ({ accountId })),
});

/** A site with somebody to use its service desks. */
export function deskVisit(options: Partial<SiteOptions> = {}) {
  const visited = visit(options);
  const call = (line: string, as: As, body?: unknown) => {
    const [method = '', path = ''] = line.split(' ');
    const asked = { ...(as && { as }), ...(body !== undefined && { body }) };
    return visited.ask(`${method} /rest/servicedeskapi${path}`, asked);
  };
  const raise = async (body: unknown, as: As = people.plainUser) => {
    const answer = await call('POST /request', as, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return Raised.parse(answer.json).issueKey;
  };
  return { ...visited, call, raise };
}
