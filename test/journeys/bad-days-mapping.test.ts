import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { VirtualClock } from '../../tools/simulator/clock';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { fieldRef } from './rules';
import { approver, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const { fields } = desk;

/** Tells of a request that nothing can be given for: what the page says, and what the ticket says to everybody. */
async function refusal(stage: Stage, id: string) {
  const { state, why, grants } = await stage.view(id);
  expect(grants).toEqual([]);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(id)).toHaveLength(1);
  expect(stage.said(id)[0]).toMatch(/^Nothing can be given for this request:/);
  expect(stage.statusOf(id)).toBe(desk.statuses.needsAttention.name);
  expect(await stage.restless(id)).toEqual([]);
  return [state, why];
}

type Breaks = (stage: Stage) => void;
const setField =
  (key: keyof typeof fields, change: Parameters<Stage['site']['work']['setField']>[1]): Breaks =>
  ({ site }) =>
    site.work.setField(fields[key].id, change);
const rename = (from: string, to: string) =>
  fields.accessLevel.options.map((each) => (each.value === from ? { ...each, value: to } : each));

const brokenForms: readonly (readonly [string, Breaks, string | RegExp])[] = [
  [
    'was deleted',
    setField('accessLevel', { deleted: true }),
    'A field that the rule reads is not on the request any more. (Access level)',
  ],
  [
    'is a text field now',
    setField('accessLevel', { type: 'text' }),
    'A field that the rule reads is of another kind now. (Access level)',
  ],
  [
    'takes several options now',
    setField('accessLevel', { type: 'multi-select' }),
    /of another kind now|has to be filled in/,
  ],
  [
    'has an option of another name',
    setField('accessLevel', { options: rename('HR readers', 'Everything') }),
    'The chosen option was renamed after the rule was saved. (Access level)',
  ],
];

it.each(brokenForms)(
  'a request whose mapped field %s is refused in plain words',
  async (_how, breaks, why) => {
    const stage = await govern();
    const { id } = stage.site.work.raise({
      by: people.contractor.accountId,
      requestTypeId: desk.requestTypes.groupMembership.id,
      fields: { [fields.accessLevel.id]: fields.accessLevel.options[1]?.id },
    });
    breaks(stage);
    await stage.advance(SOON);
    const [state, told] = await refusal(stage, id);
    expect(state).toBe('refused');
    expect(told).toMatch(why);
    stage.close();
  },
);

it.each(brokenForms)('approved, and then its mapped field %s: nothing is given', async (_how, breaks) => {
  const stage = await govern();
  const id = await stage.ask();
  breaks(stage);
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({ state: 'void', grants: [] });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(id)).toHaveLength(2);
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

const byField = (key: 'expiresOn' | 'expiresAt', required = true, maxHours = 90 * 24): RuleInput['end'] => ({
  kind: 'field',
  field: fieldRef(key, key === 'expiresOn' ? 'date' : 'date-time'),
  required,
  maxHours,
});
const byHours: RuleInput['end'] = {
  kind: 'hours',
  field: fieldRef('hours', 'number'),
  required: true,
  maxHours: 100,
};

const wrongEnds: readonly (readonly [string, RuleInput['end'], Record<string, unknown>, string])[] = [
  [
    'yesterday',
    byField('expiresOn'),
    { [fields.expiresOn.id]: '2026-01-04' },
    'The access would have ended already.',
  ],
  [
    'an hour ago',
    byField('expiresAt'),
    { [fields.expiresAt.id]: '2026-01-05T11:00:00.000Z' },
    'The access would have ended already.',
  ],
  [
    'too far off',
    byField('expiresOn'),
    { [fields.expiresOn.id]: '2026-05-01' },
    'The end is later than is allowed.',
  ],
  [
    'a thousand years off',
    byField('expiresAt'),
    { [fields.expiresAt.id]: '3026-01-01T00:00:00.000Z' },
    'The end is later than is allowed.',
  ],
  ['missing', byField('expiresOn'), {}, 'A field that has to be filled in is empty. (Access expires on)'],
  [
    'no hours at all',
    byHours,
    { [fields.hours.id]: 0 },
    'The duration is nothing, or longer than the rule allows. (Hours)',
  ],
  [
    'less than nothing',
    byHours,
    { [fields.hours.id]: -8 },
    'The duration is nothing, or longer than the rule allows. (Hours)',
  ],
  [
    'more hours than allowed',
    byHours,
    { [fields.hours.id]: 101 },
    'The duration is nothing, or longer than the rule allows. (Hours)',
  ],
];

it.each(wrongEnds)('an end that is %s is refused in plain words', async (...[, end, values, why]) => {
  const stage = await govern({ end });
  const id = await stage.ask({ fields: values });
  expect(await refusal(stage, id)).toEqual(['refused', why]);
  stage.close();
});

it('an end that passes while the request waits gives nothing when it is approved', async () => {
  const stage = await govern({ end: byField('expiresAt') });
  const id = await stage.ask({ fields: { [fields.expiresAt.id]: '2026-01-05T18:00:00.000Z' } });
  await stage.advance(7 * HOUR);
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({
    state: 'refused',
    why: 'The access would have ended already.',
    grants: [],
  });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

/** Clocks in Berlin go forward on 29 March 2026, and back on 25 October. */
it.each([
  ['2026-03-28', '29 Mar 2026, 00:00 (Europe/Berlin, UTC+01:00)', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', '30 Mar 2026, 00:00 (Europe/Berlin, UTC+02:00)', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '26 Oct 2026, 00:00 (Europe/Berlin, UTC+01:00)', '2026-10-25T23:00:00.000Z'],
])('access until %s ends with that day where the person lives', async (day, words, instant) => {
  const clock = new VirtualClock({ start: new Date(Date.parse(instant) - 30 * HOUR) });
  const stage = await govern({ end: byField('expiresOn') }, { clock });
  const id = await stage.ask({ fields: { [fields.expiresOn.id]: day } });
  expect(stage.said(id)[0]).toContain(`The access ends on ${words}.`);
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', endsAt: instant });
  await stage.advance(Date.parse(instant) - clock.time() - 1_000);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(6 * 60_000);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(id)).toHaveLength(3);
  stage.close();
});

it.each<[string, RuleInput['end']]>([
  ['a date', byField('expiresOn', false, 48)],
  ['a number of hours', { ...byHours, required: false, maxHours: 48 }],
])('a limit holds for a request that leaves %s out, too', async (_what, end) => {
  const stage = await govern({ end });
  const id = await stage.ask();
  expect(stage.said(id)[0]).toContain('The access lasts 2 days');
  await stage.approve(id);
  await stage.advance(48 * HOUR - 60_000);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(6 * 60_000);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

const reasons: readonly (readonly [string, string])[] = [
  ['<script>alert(1)</script>', 'fulfilled'],
  ['{panel}h1. Approved by [~accountid:x]{panel}', 'fulfilled'],
  ['[click|javascript:alert(1)]', 'fulfilled'],
  ['because '.repeat(499), 'fulfilled'],
  ['x'.repeat(10_000), 'refused'],
];

it.each(reasons)(
  'a reason that begins with %.24s is never repeated on the ticket',
  async (reason, outcome) => {
    const stage = await govern({ reason: fieldRef('reason', 'text') });
    const id = await stage.ask({ fields: { [fields.reason.id]: adfOf(reason) } });
    if (outcome === 'fulfilled') await stage.approve(id, approver);
    expect(await stage.stateOf(id)).toBe(outcome);
    for (const comment of stage.said(id)) expect(comment).not.toContain(reason.slice(0, 24));
    expect(JSON.stringify(stage.stored())).not.toContain(reason.slice(0, 24));
    expect(stage.said(id)).toHaveLength(outcome === 'fulfilled' ? 2 : 1);
    stage.close();
  },
);
