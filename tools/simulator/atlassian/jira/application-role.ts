import { gives, jiraProducts, seatsTaken } from '../access';
import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { Product } from '../model';
import { rightsOf } from '../rights';
import { groupName } from './group-name';

/** One Jira application with its groups and seats: the document's `ApplicationRole`. -1 stands for no limit. */
export function applicationRole(exchange: Exchange, { key, name, seats, defaultGroups }: Product) {
  const groups = exchange.view.groups().filter((group) => gives(group, key, 'user', 'admin'));
  const defaults = groups.filter(({ id }) => defaultGroups.includes(id));
  const userCount = seatsTaken(exchange.view, key);
  return {
    key,
    groups: groups.map((group) => group.name),
    groupDetails: groups.map((group) => groupName(exchange, group)),
    name,
    defaultGroups: defaults.map((group) => group.name),
    defaultGroupsDetails: defaults.map((group) => groupName(exchange, group)),
    selectedByDefault: key === 'jira-software',
    defined: true,
    numberOfSeats: seats ?? -1,
    remainingSeats: seats === undefined ? -1 : Math.max(0, seats - userCount),
    userCount,
    userCountDescription: userCount === 1 ? 'user' : 'users',
    hasUnlimitedSeats: seats === undefined,
    platform: key === 'jira-core',
  };
}

export const getAllApplicationRoles: Operation = {
  document: 'jira',
  operationId: 'getAllApplicationRoles',
  method: 'GET',
  template: '/rest/api/3/applicationrole',
  statuses: [200, 403],
  play: (exchange) => {
    if (!rightsOf(exchange).administersJira)
      return jiraError(403, 'You are not authorized to perform this operation.');
    const products = jiraProducts.flatMap((key) => exchange.world.state.products.get(key) ?? []);
    return json(
      200,
      products.map((product) => applicationRole(exchange, product)),
    );
  },
};
