import { jiraError } from '../answer';
import type { Exchange } from '../exchange';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { GroupRef } from '../membership-change';

/** The identity service's own words, as Jira passes them on. */
export const identityForbidden = (key = 'forbidden') =>
  jiraError(
    403,
    `An error occurred: com.atlassian.idp.client.exceptions.AuthorizationException: ${JSON.stringify({
      key,
      context: { message: 'user does not have the relevant permissions' },
    })}`,
  );

export const noSuchPerson = () =>
  jiraError(404, 'Specified user does not exist or you do not have required permissions');

/** What Jira says is undocumented, so it is a variant. */
export function noSuchGroup({ world }: Exchange, ref: GroupRef) {
  switch (world.variants.unknownGroupText) {
    case 'by-name':
      return jiraError(404, `The group named '${ref.value}' does not exist.`);
    case 'by-id':
      return jiraError(404, `The group with the id '${ref.value}' does not exist.`);
    case 'none':
      return jiraError(404);
  }
}

/** Refuses whoever may neither browse people nor, where that is enough, administer Jira. */
export function needBrowse(exchange: Exchange, message: string): void {
  const { browses, administersJira } = rightsOf(exchange);
  if (!browses && !administersJira) throw new Refusal(jiraError(403, message));
}

/** `groupId` or `groupname`, exactly one of them. */
export function readGroupRef({ query }: Exchange): GroupRef {
  const [id, name] = [query.text('groupId'), query.text('groupname')];
  if (id !== undefined && name !== undefined) {
    throw new Refusal(jiraError(400, 'You cannot specify both a group name and a group ID.'));
  }
  if (id !== undefined) return { by: 'id', value: id };
  if (name !== undefined) return { by: 'name', value: name };
  throw new Refusal(jiraError(400, 'You must specify either a group name or a group ID.'));
}
