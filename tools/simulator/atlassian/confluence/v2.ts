import { z } from 'zod';
import { canUseConfluence, isConfluenceGuest } from '../access';
import { confluenceV2Error, empty, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { findByEmail, invite, isAddress } from '../invitation';
import type { Person } from '../model';
import { avatarOf, emailSeen, nameOf } from '../person-details';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { SiteResponse } from '../wire';

const Lookup = z.object({ accountIds: z.array(z.string()).min(1).max(250) });
const Emails = z.object({ emails: z.array(z.string()).min(1).max(100) });

const invalid = () => confluenceV2Error(400, 'INVALID_REQUEST_BODY', 'Invalid request body');

function needConfluence(exchange: Exchange): void {
  if (!rightsOf(exchange).usesConfluence) throw new Refusal(confluenceV2Error(404, 'NOT_FOUND', 'Not Found'));
}

function user(exchange: Exchange, person: Person) {
  const email = emailSeen(exchange, person) ?? (exchange.world.variants.hiddenEmail === 'null' ? null : '');
  return {
    accountId: person.accountId,
    accountType: person.accountType,
    accountStatus: person.accountStatus,
    displayName: nameOf(person),
    publicName: nameOf(person),
    email,
    timeZone: person.timeZone,
    isExternalCollaborator: isConfluenceGuest(exchange.view, person),
    profilePicture: { path: avatarOf(person), isDefault: true },
  };
}

function lookUp(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const body = Lookup.safeParse(exchange.body);
  if (!body.success) return invalid();
  const found = [...new Set(body.data.accountIds)].flatMap((id) => exchange.view.person(id) ?? []);
  const base = `${exchange.world.baseUrl}/wiki`;
  const results = found.map((person) => user(exchange, person));
  return json(200, { results, _links: { base } }, { link: `<${base}>; rel="base"` });
}

/** What both calls by e-mail insist on. */
function readEmails(exchange: Exchange): readonly string[] {
  needConfluence(exchange);
  if (exchange.world.conditions.accessByEmailOff) {
    throw new Refusal(confluenceV2Error(503, 'SERVICE_UNAVAILABLE', 'This API is disabled on the site'));
  }
  const body = Emails.safeParse(exchange.body);
  if (!body.success) throw new Refusal(invalid());
  return body.data.emails;
}

function hasAccess({ world, view }: Exchange, email: string): boolean {
  const found = findByEmail(world, email);
  const person = found && view.person(found.accountId);
  return person !== undefined && canUseConfluence(view, person);
}

function checkAccess(exchange: Exchange): SiteResponse {
  const emails = readEmails(exchange);
  return json(200, {
    emailsWithoutAccess: emails.filter((email) => isAddress(email) && !hasAccess(exchange, email)),
    invalidEmails: emails.filter((email) => !isAddress(email)),
  });
}

/** Answers before anything is done. Bad addresses and people with access are passed over in silence. */
function inviteAll(exchange: Exchange): SiteResponse {
  const { world } = exchange;
  for (const email of readEmails(exchange)) {
    if (!isAddress(email) || hasAccess(exchange, email)) continue;
    invite(world, email, { products: ['confluence'], delayMs: world.conditions.lagMs.invitation });
  }
  return empty(200);
}

const at = { document: 'confluence-v2', method: 'POST' } as const;

export const v2Operations: readonly Operation[] = [
  {
    ...at,
    operationId: 'createBulkUserLookup',
    template: '/users-bulk',
    statuses: [200, 400, 404],
    play: lookUp,
  },
  {
    ...at,
    operationId: 'checkAccessByEmail',
    template: '/user/access/check-access-by-email',
    statuses: [200, 400, 404, 503],
    play: checkAccess,
  },
  {
    ...at,
    operationId: 'inviteByEmail',
    template: '/user/access/invite-by-email',
    statuses: [200, 400, 404, 503],
    play: inviteAll,
  },
];
