import fc from 'fast-check';
import { boundChanges, contentOf, type Content } from '../../src/domain/content';
import { aChange, aGroup, aSnapshot, aTicket, later } from './builders';

const content = (over: Partial<Content> = {}): Content => ({
  ...aSnapshot({ groups: [aGroup('a'), aGroup('b')], reasonDigest: 'why' }),
  issueId: '10001',
  ruleId: 'rule',
  ruleVersion: 3,
  ...over,
});
const at = (zone: string): Content['until'] => ({ kind: 'at', at: later(60), zone });

it('the order in which groups are named, their names and doubles do not count', () => {
  const groups = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      const named = contentOf(content({ groups: one.map((id) => ({ id, name: 'one' })) }));
      const again = contentOf(content({ groups: [...other, ...one].map((id) => ({ id, name: 'other' })) }));
      expect(again).toBe(named);
    }),
  );
});

it('how an instant was written does not count', () => {
  expect(contentOf(content({ until: at('Europe/Berlin') }))).toBe(contentOf(content({ until: at('UTC') })));
});

it.each<[string, Partial<Content>]>([
  ['another ticket', { issueId: '10002' }],
  ['another rule', { ruleId: 'other' }],
  ['another version of the rule', { ruleVersion: 4 }],
  ['another requester', { requester: 'eve' }],
  ['another person', { beneficiary: 'eve' }],
  ['somebody to be invited', { inviteeDigest: 'digest' }],
  ['another connection', { connectionId: 'other' }],
  ['another group', { groups: [aGroup('a'), aGroup('c')] }],
  ['one group less', { groups: [aGroup('a')] }],
  ['no end', { until: { kind: 'never' } }],
  ['another span', { until: { kind: 'for', hours: 9 } }],
  ['an instant', { until: at('UTC') }],
  ['another reason', { reasonDigest: 'because' }],
  ['privileges', { privileged: true }],
])('%s is another content', (_what, over) => {
  expect(contentOf(content(over))).not.toBe(contentOf(content()));
});

it('another instant is another content', () => {
  const later61: Content['until'] = { kind: 'at', at: later(61), zone: 'UTC' };
  expect(contentOf(content({ until: later61 }))).not.toBe(contentOf(content({ until: at('UTC') })));
});

it('nobody can shift a part of the content into its neighbour', () => {
  const one = contentOf(content({ ruleId: 'a","b', requester: 'c' }));
  expect(one).not.toBe(contentOf(content({ ruleId: 'a', requester: 'b","c' })));
});

it('only changes of what the rule reads are counted, each of them', () => {
  const changes = [aChange('level', 'rae'), aChange('summary', 'rae'), aChange('level', 'eve')];
  expect(boundChanges(aTicket({ changes }), ['level', 'reporter'])).toBe(2);
  expect(boundChanges(aTicket({ changes }), [])).toBe(0);
});
