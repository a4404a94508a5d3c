import { gives, jiraProducts } from '../access';
import type { Exchange } from '../exchange';
import { isActive, type Person } from '../model';
import { avatarOf, emailSeen, nameOf } from '../person-details';
import { applicationRole } from './application-role';
import { groupName } from './group-name';

const SIZES = ['48x48', '24x24', '16x16', '32x32'];

function emailField(exchange: Exchange, person: Person): { emailAddress?: string | null } {
  const seen = emailSeen(exchange, person);
  if (seen !== undefined) return { emailAddress: seen };
  switch (exchange.world.variants.hiddenEmail) {
    case 'absent':
      return {};
    case 'empty':
      return { emailAddress: '' };
    case 'null':
      return { emailAddress: null };
  }
}

/** A person as lists show them: the document's `UserDetails`, and `User` without its wrappers. */
export const personInList = (exchange: Exchange, person: Person) => ({
  self: `${exchange.world.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
  accountId: person.accountId,
  accountType: person.accountType,
  ...emailField(exchange, person),
  avatarUrls: Object.fromEntries(SIZES.map((size) => [size, avatarOf(person)])),
  displayName: nameOf(person),
  active: isActive(person),
  timeZone: person.timeZone,
});

/** A person on their own. Without `expand` the wrappers tell their size and hold nothing. */
export function personAlone(exchange: Exchange, person: Person, expand: readonly string[]) {
  const { view, world } = exchange;
  const groups = view.groupsOf(person.accountId);
  const held = jiraProducts.filter((key) => groups.some((group) => gives(group, key, 'user', 'admin')));
  const products = held.flatMap((key) => world.state.products.get(key) ?? []);
  return {
    ...personInList(exchange, person),
    locale: 'en_US',
    groups: {
      size: groups.length,
      items: expand.includes('groups') ? groups.map((group) => groupName(exchange, group)) : [],
    },
    applicationRoles: {
      size: products.length,
      items: expand.includes('applicationRoles')
        ? products.map((product) => applicationRole(exchange, product))
        : [],
    },
    expand: 'groups,applicationRoles',
  };
}

/** Somebody named by id who may be gone. */
export function personById(exchange: Exchange, accountId: string) {
  const person = exchange.world.state.people.get(accountId);
  if (person) return personInList(exchange, person);
  const self = `${exchange.world.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  return { self, accountId, accountType: 'unknown', displayName: 'Former user', active: false };
}
