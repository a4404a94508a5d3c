import type { RequestView } from '../../src/contract/request-views';
import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGroupRule, optionRef } from '../journeys/rules';
import { valueOf, type callsOf } from '../start';

type Site = ReturnType<typeof callsOf>;
const { desk, people } = acme;

export const HOUR = 3_600_000;
const SOON = 30_000;

type Level = 'HR readers' | 'Marketing space editors' | 'Legal reviewers';

/** A connection, a rule for eight hours, and what people do with it in the portal. */
export async function desked(site: Site, over: Partial<RuleInput> = {}) {
  const connection = await site.connect();
  valueOf(await site.call('rule.create', { rule: aGroupRule(connection.id, over) }));
  const { work } = site.site;

  const ask = async (level: Level = 'HR readers', by: string = people.contractor.accountId) => {
    const issue = work.raise({
      by,
      requestTypeId: desk.requestTypes.groupMembership.id,
      fields: { [desk.fields.accessLevel.id]: optionRef('accessLevel', level).id },
    });
    await site.advance(SOON);
    return issue.id;
  };
  const answer = async (issueId: string, decision: 'approved' | 'declined') => {
    work.answer(issueId, { by: people.confluenceAdmin.accountId, decision });
    await site.advance(SOON);
    return issueId;
  };
  return {
    connection,
    ask,
    answer,
    given: async (level?: Level) => answer(await ask(level), 'approved'),
    /** An agent moves the ticket past its approval. */
    async forge(issueId: string) {
      const { name } = desk.statuses.waitingForImplementation;
      work.transition(issueId, { by: people.userAccessAdmin.accountId, to: name });
      await site.advance(SOON);
    },
    read: async (issueId: string): Promise<RequestView> =>
      valueOf(await site.call('request.read', { issueId })),
  };
}

/** Requests in many states, with much that needs attention. */
export async function manyStates(site: Site) {
  const { ask, answer, given, forge, connection } = await desked(site);
  const overdue = await given('HR readers');
  await given('Legal reviewers');
  await site.advance(7 * HOUR);
  site.revokeTokensOf(people.orgAdmin.accountId);
  await site.advance(2 * HOUR);
  const blocked = await given('Marketing space editors');
  const declined = await answer(await ask(), 'declined');
  const forged = await ask();
  await forge(forged);
  const waiting = await ask('Legal reviewers');
  return { connection, overdue, blocked, declined, forged, waiting };
}
