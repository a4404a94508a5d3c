import { instant } from '../../static/admin/src/ui/dates';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { RuleVersionView, TakenUpView } from '@contract/rule-views';
import { aRule, aRuleView, aTrial } from './automation-builders';
import { bridge, type Replies } from './bridge-stand-in';
import { aConnection } from './builders';
import { address, never, no, openAt, yes } from './stage';

const aVersion = (version: number, more: Partial<RuleVersionView> = {}): RuleVersionView => ({
  version,
  state: 'enabled',
  changedBy: 'ada',
  changedAt: '2026-01-05T11:00:00.000Z',
  rule: aRule(),
  ...more,
});

const open = (replies: Replies = {}) => {
  bridge.people = { ada: 'Ada Admin', eve: 'Eve Employee' };
  return openAt('/automation/r-1', {
    'rule.read': yes(aRuleView({ inFlight: { requests: 2, grants: 1 } })),
    'rule.versions': yes({ items: [aVersion(1)] }),
    'connection.list': yes([aConnection()]),
    ...replies,
  });
};
const said = async () => {
  const list = await screen.findByRole('list', { name: 'What the rule says' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};

describe('a rule', () => {
  it('says in plain words what it does', async () => {
    await open();
    await screen.findByText(/application admin \(Ada Admin\)/);
    expect(await said()).toEqual([
      'When somebody raises “Group membership” in IT Help.',
      'Access level says which groups of Team wiki: “Readers” gives Name of g-1.',
      'The access is for whoever asks.',
      'It ends 8 hours after the approval.',
      'The reason is in the field Reason.',
      'Approved by the application admin (Ada Admin), in the approval record of the request. ' +
        'The app puts them into the field Approvers.',
      'Waiting for implementation means approved, Declined means declined. ' +
        'The approval record decides what is given: without one, a ticket that is moved to approved is stopped.',
      'Afterwards the request moves to Completed; if the access could not be given, it moves to Needs attention.',
    ]);
    const underWay = screen.getByRole('link', { name: '2 open requests and 1 live grant' });
    expect(underWay.getAttribute('href')).toBe('#/requests?rule=r-1');
  });

  it('says how long a request that leaves the end open is served', async () => {
    const field = { id: 'f-date', name: 'Expires on', kind: 'date' } as const;
    const ending = (more: object) => aRule({ end: { kind: 'field', field, required: false, ...more } });
    await open({ 'rule.read': yes(aRuleView({ rule: ending({}) })) });
    expect(await said()).toContain('Expires on says until when. Without it, the access has no end.');
    cleanup();
    await open({ 'rule.read': yes(aRuleView({ rule: ending({ maxHours: 48 }) })) });
    expect(await said()).toContain(
      'Expires on says until when. Without it, the access ends 2 days after the approval. At most 2 days.',
    );
  });

  it('says that it is gone, and leads back to the list', async () => {
    await open({ 'rule.read': no({ code: 'not-found', message: 'There is no such rule.' }) });
    expect(await screen.findByText('This rule is gone')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to Automation' })).toBeTruthy();
  });

  it('shows who changed it and what was said before', async () => {
    const before = aVersion(1, { rule: aRule({ end: { kind: 'never' } }) });
    await open({
      'rule.versions': yes({ items: [aVersion(3, { state: 'disabled' }), aVersion(2), before] }),
    });
    expect(await screen.findByText('Version 3: Disabled')).toBeTruthy();
    expect(screen.getByText('Version 1: Created')).toBeTruthy();
    const changed = screen.getByText('Version 2: Changed').closest('.version');
    expect(changed?.querySelector('del')?.textContent).toBe('It has no end.');
    expect(changed?.querySelector('ins')?.textContent).toBe('It ends 8 hours after the approval.');
  });

  it('shows older versions on demand, and of each one what it changed', async () => {
    const user = await open({
      'rule.versions': ({ below }) =>
        below === undefined
          ? yes({ items: [aVersion(3), aVersion(2, { state: 'disabled' })], next: 2 })
          : yes({ items: [aVersion(1)] }),
    });
    expect(await screen.findByText('Version 3: Enabled')).toBeTruthy();
    expect(screen.queryByText(/^Version 2/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show older versions' }));
    expect(await screen.findByText('Version 2: Disabled')).toBeTruthy();
    expect(screen.getByText('Version 1: Created')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show older versions' })).toBeNull();
    expect(bridge.payloads('rule.versions')).toEqual([{ id: 'r-1' }, { id: 'r-1', below: 2 }]);
  });

  it.each([
    [
      { requests: 2, grants: 1000, isCut: true },
      'At least 2 open requests and 1000 live grants',
      /^They keep the version of the rule that they came with/,
    ],
    [{ requests: 0, grants: 0, isCut: true }, 'It could not be counted.', /^It could not/],
    [{ requests: 0, grants: 1 }, '1 live grant', /^It keeps the version of the rule that it came with/],
    [{ requests: 3, grants: 0 }, '3 open requests', /^They keep the version of the rule that they came with/],
    [{ requests: 0, grants: 0 }, 'Nothing: no open requests and no live grants.', /^Nothing:/],
  ] as const)(
    'says what is under way by it, and nothing of what is not: %j',
    async (inFlight, count, rest) => {
      await open({ 'rule.read': yes(aRuleView({ inFlight })) });
      expect(await screen.findByText(count)).toBeTruthy();
      expect(screen.getByText(rest)).toBeTruthy();
    },
  );

  it('is disabled from here', async () => {
    const user = await open({ 'rule.disable': yes(aRuleView({ state: 'disabled', version: 4 })) });
    await user.click(await screen.findByRole('button', { name: 'Disable' }));
    expect(await screen.findByRole('button', { name: 'Enable' })).toBeTruthy();
    expect(bridge.payloads('rule.disable')).toEqual([{ id: 'r-1', version: 3 }]);
  });

  it('is deleted after it said what is in flight', async () => {
    const user = await open({ 'rule.delete': yes({ id: 'r-1' }), 'rule.list': yes([]) });
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('2 open requests and 1 live grant')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(address()).toBe('/automation'));
    expect(await screen.findByText('No rule yet')).toBeTruthy();
  });
});

describe('trying a rule', () => {
  const tryOn = async (replies: Replies) => {
    const user = await open(replies);
    await user.type(await screen.findByLabelText(/^Key of a ticket/), 'it-42{Enter}');
    return user;
  };

  it('says that nothing is changed, and shows the decision, why, and everything that would follow', async () => {
    await tryOn({ 'rule.try': yes(aTrial({ until: { kind: 'at', at: '2026-01-06T11:00:00.000Z' } })) });
    expect(screen.getByText(/nothing is changed, given or written/)).toBeTruthy();
    expect(await screen.findByText('Would wait')).toBeTruthy();
    expect(screen.getByText('Nobody has approved it yet.')).toBeTruthy();
    expect(screen.getByText('wiki-readers')).toBeTruthy();
    expect(await screen.findByText('Eve Employee')).toBeTruthy();
    expect(screen.getByText('1 person would be asked.')).toBeTruthy();
    expect(bridge.payloads('rule.try')).toEqual([{ rule: aRule(), issueKey: 'it-42' }]);
  });

  it.each([
    [{ until: { kind: 'for', hours: 8 } }, '8 hours after the approval'],
    [{ until: { kind: 'never' } }, 'No end'],
    [{ until: { kind: 'at', at: '2026-01-06T11:00:00.000Z' } }, instant('2026-01-06T11:00:00.000Z')],
  ] as const)('says until when: %j', async (trial, words) => {
    await tryOn({ 'rule.try': yes(aTrial(trial)) });
    const until = await screen.findByText('Until', { selector: 'dt' });
    expect(until.nextElementSibling?.textContent).toBe(words);
  });

  it('names neither groups nor approvers of what was not understood', async () => {
    const { until: _none, ...trial } = aTrial({ decision: 'refuse', why: '', groups: [], approvers: [] });
    await tryOn({ 'rule.try': yes(trial) });
    expect(await screen.findByText('Would be refused')).toBeTruthy();
    expect(screen.queryByText('Nobody')).toBeNull();
  });

  it('says first what has become of the ticket, leads to its request, and only then says what would be', async () => {
    const at = '2026-01-06T11:00:00.000Z';
    const taken: TakenUpView = { issueId: '10042', ruleName: 'Readers', ruleVersion: 1, state: 'fulfilled' };
    await tryOn({
      'rule.try': yes(aTrial({ decision: 'give', why: '', taken: { ...taken, end: { kind: 'at', at } } })),
    });
    const fact = within(await screen.findByRole('region', { name: 'What has become of it' }));
    expect(fact.getByText(/^Already taken up by rule Readers, version 1:/).textContent).toMatch(/Fulfilled/);
    expect(fact.getByText(/^The access ends on/).textContent).toContain(instant(at));
    expect(fact.getByRole('link', { name: 'See the request' }).getAttribute('href')).toBe('#/requests/10042');
    const verdict = screen.getByText(/^This rule, run on it anew:/);
    expect(verdict.textContent).toContain('Would be given');
    expect(fact.getByText(/^Already/).compareDocumentPosition(verdict)).toBe(4);
  });

  it.each([
    [{ ruleName: '' }, /by a rule that was deleted, version 1/],
    [{ end: { kind: 'never' } }, /^The access has no end\.$/],
    [{ endedAt: '2026-01-06T11:00:00.000Z' }, /^The access ended on/],
  ] as const)('says of the request of a ticket what is known: %j', async (more, words) => {
    const taken: TakenUpView = { issueId: '10042', ruleName: 'Readers', ruleVersion: 1, state: 'fulfilled' };
    await tryOn({ 'rule.try': yes(aTrial({ taken: { ...taken, ...more } })) });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('says that it is running', async () => {
    await tryOn({ 'rule.try': never });
    expect(await screen.findByText('Trying the rule…')).toBeTruthy();
  });

  it('puts what is wrong with the key beside the key', async () => {
    const fields = { issueKey: 'Enter the key of a request, such as IT-42.' };
    await tryOn({ 'rule.try': no({ code: 'invalid', fields }) });
    expect(await screen.findByText('Enter the key of a request, such as IT-42.')).toBeTruthy();
    expect(screen.queryByText('The rule could not be tried')).toBeNull();
  });

  it('says why it could not be tried', async () => {
    await tryOn({ 'rule.try': no({ code: 'not-found', message: 'There is no such request.' }) });
    expect(await screen.findByText('There is no such request.')).toBeTruthy();
  });
});
