import type { RuleInput } from '../../src/contract/rule';
import type { RequestView } from '../../src/contract/request-views';
import type { SimulatorOptions } from '../../tools/simulator/simulator';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { textOfAdf } from '../../tools/simulator/atlassian/work/engine';
import { startApp, valueOf } from '../start';
import { aGroupRule, optionRef } from './rules';

export const HOUR = 3_600_000;
/** Long enough for an event to arrive and for the work that follows. */
const SOON = 30_000;
const { desk, people } = acme;
export const approver = people.confluenceAdmin.accountId;
export const employee = people.contractor.accountId;

export interface Asking {
  readonly by?: string;
  readonly level?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly requestTypeId?: string;
}

/** The app on the seeded site, with a connection and one rule, and what people do with it. */
export async function govern(over: Partial<RuleInput> = {}, options: SimulatorOptions = {}) {
  const app = startApp(options);
  const connection = await app.connect();
  const rule = valueOf(await app.call('rule.create', { rule: aGroupRule(connection.id, over) }));
  const { work, directory } = app.site;

  const view = async (issueId: string): Promise<RequestView> => valueOf(await app.call('request.read', { issueId }));

  return {
    ...app,
    connection,
    rule,
    view,
    /** Raises a request in the portal, and lets the app hear of it. */
    async ask({ by = employee, level = 'HR readers', fields = {}, requestTypeId }: Asking = {}) {
      const issue = work.raise({
        by,
        requestTypeId: requestTypeId ?? desk.requestTypes.groupMembership.id,
        fields: { [desk.fields.accessLevel.id]: option(level), ...fields },
      });
      await app.advance(SOON);
      return issue.id;
    },
    async approve(issueId: string, by = approver) {
      work.answer(issueId, { by, decision: 'approved' });
      await app.advance(SOON);
    },
    async decline(issueId: string, by = approver) {
      work.answer(issueId, { by, decision: 'declined' });
      await app.advance(SOON);
    },
    stateOf: async (issueId: string) => (await view(issueId)).state,
    statusOf: (issueId: string) =>
      Object.values(desk.statuses).find(({ id }) => id === work.issue(issueId).statusId)?.name ?? '',
    isIn: (groupId: string, accountId: string = employee) => directory.isMember(groupId, accountId),
    /** What was said on the ticket, oldest first. */
    said: (issueId: string) =>
      work.issue(issueId).comments.map(({ body, public: isPublic }) => `${isPublic ? '' : '(internal) '}${textOfAdf(body)}`),
  };
}

/** What rests in a single-select field. */
export const option = (level: string) => optionRef('accessLevel', level).id;
