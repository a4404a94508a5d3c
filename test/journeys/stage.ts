import type { RuleInput } from '../../src/contract/rule';
import type { RequestView } from '../../src/contract/request-views';
import type { SimulatorOptions } from '../../tools/simulator/simulator';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { textOfAdf } from '../../tools/simulator/atlassian/work/engine';
import { startApp, valueOf } from '../start';
import { aGroupRule, optionRef } from './rules';

export const HOUR = 3_600_000;
/** Long enough for an event to arrive and for the work that follows. */
export const SOON = 30_000;
/** Longer than two of the five-minute rounds. */
const TWO_ROUNDS = 11 * 60_000;
const { desk, people } = acme;
export const approver = people.confluenceAdmin.accountId;
export const employee = people.contractor.accountId;
/** Works on every ticket of the desk, and is entitled to approve none. */
export const agent = people.userAccessAdmin.accountId;

export interface Asking {
  readonly by?: string;
  readonly level?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly requestTypeId?: string;
}

export type Stage = Awaited<ReturnType<typeof govern>>;

/** The app on the seeded site, with a connection and one rule, and what people do with it. */
export async function govern(over: Partial<RuleInput> = {}, options: SimulatorOptions = {}) {
  const app = startApp(options);
  const connection = await app.connect();
  const rule = valueOf(await app.call('rule.create', { rule: aGroupRule(connection.id, over) }));
  const { work, directory } = app.site;

  const view = async (issueId: string): Promise<RequestView> =>
    valueOf(await app.call('request.read', { issueId }));

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
    /** An administrator saves the rule as another one. */
    async change({ id, version }: { readonly id: string; readonly version: number }, to: Partial<RuleInput>) {
      return valueOf(
        await app.call('rule.update', { id, version, rule: aGroupRule(connection.id, { ...over, ...to }) }),
      );
    },
    /** Somebody changes the ticket, and the app hears of it. */
    async edit(issueId: string, edits: Parameters<typeof work.edit>[1]) {
      work.edit(issueId, edits);
      await app.advance(SOON);
    },
    /** An agent runs a transition by hand, and the app hears of it. */
    async move(issueId: string, to: string, by: string = agent) {
      work.transition(issueId, { by, to });
      await app.advance(SOON);
    },
    /** What repeated events, two more rounds and another look do to ticket and site: nothing, when all is done. */
    async restless(issueId: string): Promise<readonly string[]> {
      const before = JSON.stringify(work.find(issueId));
      const runs = app.forge.invocations().length;
      const event = { at: app.clock.time(), byApp: false, payload: { issue: { id: issueId } } };
      for (const name of ['avi:jira:created:issue', 'avi:jira:updated:issue', 'avi:jira:updated:issue'])
        app.forge.tellEvent(app.installation, { ...event, name });
      await app.call('request.retry', { issueId });
      await app.advance(TWO_ROUNDS);
      const writes = app.forge
        .invocations()
        .slice(runs)
        .flatMap(({ function: name, siteCalls }) => (name === 'on-day' ? [] : siteCalls))
        .filter(({ service, operation }) => service !== 'queue' && !operation.startsWith('GET '))
        .map(({ operation }) => operation);
      return JSON.stringify(work.find(issueId)) === before ? writes : [...writes, 'the ticket changed'];
    },
    stateOf: async (issueId: string) => (await view(issueId)).state,
    statusOf: (issueId: string) =>
      Object.values(desk.statuses).find(({ id }) => id === work.issue(issueId).statusId)?.name ?? '',
    isIn: (groupId: string, accountId: string = employee) => directory.isMember(groupId, accountId),
    /** What was said on the ticket, oldest first. */
    said: (issueId: string) =>
      work
        .issue(issueId)
        .comments.map(({ body, public: isPublic }) => `${isPublic ? '' : '(internal) '}${textOfAdf(body)}`),
  };
}

/** What rests in a single-select field. */
export const option = (level: string) => optionRef('accessLevel', level).id;
