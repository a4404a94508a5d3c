import { z } from 'zod';
import { confluenceError, empty } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { judgeAddition, judgeRemoval, writeMembership, type Refused } from '../membership-change';
import { Refusal } from '../query';
import type { SiteResponse } from '../wire';
import { needConfluence } from './wire';

const Body = z.looseObject({ accountId: z.string().min(1).max(128) });

const SEATS_FULL =
  'com.netflix.hystrix.exception.HystrixRuntimeException: AddUserToGroupsIdentityPlatformCommand failed and no ' +
  'fallback available.';

function readGroupId({ query }: Exchange): string {
  const id = query.text('groupId');
  if (id === undefined) throw new Refusal(confluenceError(400, 'The groupId is required.'));
  return id;
}

function refused({ world }: Exchange, outcome: Refused): SiteResponse {
  switch (outcome.kind) {
    case 'forbidden':
      return confluenceError(403, 'User must be a site admin.');
    case 'no-group':
      return confluenceError(404, 'No group was found for the given id.');
    case 'no-person':
      return confluenceError(404, 'No user was found for the given accountId.');
    case 'external':
      return confluenceError(
        world.variants.externalGroupWrite === '403' ? 403 : 400,
        `The group '${outcome.group.name}' is managed externally and cannot be changed here.`,
      );
  }
}

function add(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const groupId = readGroupId(exchange);
  const body = Body.safeParse(exchange.body);
  if (!body.success) return confluenceError(400, 'The accountId is required.');
  const { variants } = exchange.world;
  const ref = { by: 'id', value: groupId } as const;
  const outcome = judgeAddition(exchange, { ref, accountId: body.data.accountId });
  switch (outcome.kind) {
    case 'already': {
      const text = `User is already a member of '${outcome.group.name}'.`;
      return variants.confluenceAddMember === '201'
        ? empty(201)
        : confluenceError(+variants.confluenceAddMember, text);
    }
    case 'org-admins': {
      const text = `Members of '${outcome.group.name}' cannot be changed.`;
      const variant = variants.addToOrgAdmins;
      return variant === '201-without-effect' ? empty(201) : confluenceError(+variant, text);
    }
    case 'full':
      return confluenceError(500, SEATS_FULL);
    case 'ready':
      writeMembership(exchange, outcome, { member: true });
      return empty(201);
    default:
      return refused(exchange, outcome);
  }
}

function remove(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const groupId = readGroupId(exchange);
  const accountId = exchange.query.text('accountId');
  if (accountId === undefined) return confluenceError(400, 'The accountId is required.');
  const outcome = judgeRemoval(exchange, { ref: { by: 'id', value: groupId }, accountId });
  switch (outcome.kind) {
    case 'no-member':
      return empty(204);
    case 'ready': {
      const missing = exchange.world.variants.confluenceRemoveSuspended === '404';
      if (missing && outcome.person.membershipStatus === 'suspended')
        return refused(exchange, { kind: 'no-person' });
      writeMembership(exchange, outcome, { member: false });
      return empty(204);
    }
    default:
      return refused(exchange, outcome);
  }
}

export const membershipOperations: readonly Operation[] = [
  {
    document: 'confluence-v1',
    operationId: 'addUserToGroupByGroupId',
    method: 'POST',
    template: '/wiki/rest/api/group/userByGroupId',
    statuses: [201, 400, 403, 404, 409, 500],
    play: add,
  },
  {
    document: 'confluence-v1',
    operationId: 'removeMemberFromGroupByGroupId',
    method: 'DELETE',
    template: '/wiki/rest/api/group/userByGroupId',
    statuses: [204, 400, 403, 404],
    play: remove,
  },
];
