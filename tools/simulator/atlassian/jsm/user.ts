import type { Exchange } from '../exchange';
import { isActive, type Person } from '../model';
import { avatarOf, emailSeen, nameOf } from '../person-details';

const SIZES = ['48x48', '24x24', '16x16', '32x32'];

/** Without the `name` and `key` of the document, which Atlassian has not sent since accounts are private. */
export function jsmUser(exchange: Exchange, person: Person) {
  const emailAddress = emailSeen(exchange, person);
  const self = `${exchange.world.baseUrl}/rest/api/2/user?accountId=${encodeURIComponent(person.accountId)}`;
  return {
    accountId: person.accountId,
    ...(emailAddress !== undefined && { emailAddress }),
    displayName: nameOf(person),
    active: isActive(person),
    timeZone: person.timeZone,
    _links: {
      jiraRest: self,
      avatarUrls: Object.fromEntries(SIZES.map((size) => [size, avatarOf(person)])),
      self,
    },
  };
}

/** The same for somebody who is named by id and may be gone. */
export function jsmUserById(exchange: Exchange, accountId: string) {
  const person = exchange.view.person(accountId);
  return person && jsmUser(exchange, person);
}
