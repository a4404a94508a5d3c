import type { Site } from '../../simulator/atlassian/site';
import type { SiteRequest } from '../../simulator/atlassian/wire';
import { acme } from '../../simulator/atlassian/worlds/acme';
import { desk, people, withToken } from './scenario';

const { productionAccess } = desk.requestTypes;
const { accessLevel, reason, approvers } = desk.fields;

/** What the plain user asks for, with two people who are to approve. */
export const wanted = {
  serviceDeskId: desk.ops.desk.id,
  requestTypeId: productionAccess.id,
  requestFieldValues: {
    summary: 'Look into the logs',
    [accessLevel.id]: { value: 'Security team' },
    [reason.id]: 'On call this week.',
    [approvers.id]: [{ accountId: people.orgAdmin.accountId }, { accountId: people.projectAdmin.accountId }],
  },
};

type Asked = Pick<SiteRequest, 'method' | 'caller'> & { readonly path: string; readonly body: unknown };

async function send(site: Site, { method, path, caller, body }: Asked): Promise<void> {
  const url = new URL(`${acme.world.baseUrl}/rest/servicedeskapi${path}`);
  const headers = { 'content-type': 'application/json' };
  const answer = await site.handle({ method, url, headers, caller, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
}

const asPlain = { method: 'POST', caller: withToken(people.plainUser) } as const;

/** `OPS-1`, which waits for the first answers to approval 1. */
export const raise = (site: Site): Promise<void> =>
  send(site, { ...asPlain, path: '/request', body: wanted });

export async function raiseAndComment(site: Site): Promise<void> {
  await raise(site);
  await send(site, { ...asPlain, path: '/request/OPS-1/comment', body: { body: 'Please.', public: true } });
}

export async function raiseAndShare(site: Site): Promise<void> {
  await raise(site);
  const body = { accountIds: [people.jiraAdmin.accountId] };
  await send(site, { ...asPlain, path: '/request/OPS-1/participant', body });
}

export async function raiseAndApprove(site: Site): Promise<void> {
  await raise(site);
  const caller = withToken(people.orgAdmin);
  await send(site, { ...asPlain, caller, path: '/request/OPS-1/approval/1', body: { decision: 'approve' } });
}
