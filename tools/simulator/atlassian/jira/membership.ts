import { z } from 'zod';
import { empty, jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import {
  judgeAddition,
  judgeRemoval,
  writeMembership,
  type Addition,
  type GroupRef,
  type Refused,
} from '../membership-change';
import type { Group } from '../model';
import type { SiteResponse } from '../wire';
import { groupName } from './group-name';
import { identityForbidden, noSuchGroup, noSuchPerson, readGroupRef } from './refusals';

const Body = z.looseObject({ accountId: z.string().min(1).max(128) });
const noAccount = () => jiraError(400, 'The account ID of the user is required.');

const changed = (exchange: Exchange, group: Group) =>
  json(201, { ...groupName(exchange, group), expand: 'users' });

function refused(exchange: Exchange, ref: GroupRef, outcome: Refused): SiteResponse {
  switch (outcome.kind) {
    case 'forbidden':
      return identityForbidden();
    case 'no-group':
      return noSuchGroup(exchange, ref);
    case 'no-person':
      return noSuchPerson();
    case 'external':
      return exchange.world.variants.externalGroupWrite === '403'
        ? identityForbidden('forbidden.action')
        : jiraError(
            400,
            `The group '${outcome.group.name}' is managed externally and cannot be changed here.`,
          );
  }
}

function add(exchange: Exchange): SiteResponse {
  const ref = readGroupRef(exchange);
  const body = Body.safeParse(exchange.body);
  if (!body.success) return noAccount();
  const outcome = judgeAddition(exchange, { ref, accountId: body.data.accountId });
  switch (outcome.kind) {
    case 'already':
      return jiraError(400, `Cannot add user. User is already a member of '${outcome.group.name}'.`);
    case 'org-admins':
      return addToOrgAdmins(exchange, outcome.group);
    case 'full':
      return addWithoutSeat(exchange, outcome);
    case 'ready':
      writeMembership(exchange, outcome, { member: true });
      return changed(exchange, outcome.group);
    default:
      return refused(exchange, ref, outcome);
  }
}

/** The role is not given through the group any more; what this call answers is not known. */
function addToOrgAdmins(exchange: Exchange, group: Group): SiteResponse {
  switch (exchange.world.variants.addToOrgAdmins) {
    case '201-without-effect':
      return changed(exchange, group);
    case '400':
      return jiraError(400, `Members of '${group.name}' cannot be changed.`);
    case '403':
      return identityForbidden();
  }
}

function addWithoutSeat(exchange: Exchange, full: Extract<Addition, { kind: 'full' }>): SiteResponse {
  const { variants, cloudId } = exchange.world;
  const product = full.product.key === 'confluence' ? 'confluence' : 'jira';
  switch (product === 'confluence' ? variants.jiraAddConfluenceFull : '400') {
    case '400':
      return jiraError(
        400,
        `LicenceExceededException: Licence exceeded for: ari:cloud:${product}::site/${cloudId}`,
      );
    case '500':
      return jiraError(500, 'Internal server error');
    case '201-without-access':
      writeMembership(exchange, full, { member: true, withoutAccess: true });
      return changed(exchange, full.group);
  }
}

function remove(exchange: Exchange): SiteResponse {
  const ref = readGroupRef(exchange);
  const accountId = exchange.query.text('accountId');
  if (accountId === undefined) return noAccount();
  const outcome = judgeRemoval(exchange, { ref, accountId });
  switch (outcome.kind) {
    case 'ready':
      writeMembership(exchange, outcome, { member: false });
      return empty(200);
    case 'no-member':
      return removeNobody(exchange, outcome.group);
    default:
      return refused(exchange, ref, outcome);
  }
}

function removeNobody({ world }: Exchange, group: Group): SiteResponse {
  if (world.variants.jiraRemoveNonMember === '200') return empty(200);
  const status = world.variants.jiraRemoveNonMember === '404' ? 404 : 400;
  return jiraError(status, `Cannot remove user. User is not a member of '${group.name}'.`);
}

export const addUserToGroup: Operation = {
  document: 'jira',
  operationId: 'addUserToGroup',
  method: 'POST',
  template: '/rest/api/3/group/user',
  statuses: [201, 400, 403, 404, 500],
  play: add,
};

export const removeUserFromGroup: Operation = {
  document: 'jira',
  operationId: 'removeUserFromGroup',
  method: 'DELETE',
  template: '/rest/api/3/group/user',
  statuses: [200, 400, 403, 404],
  play: remove,
};
