import { defaultKvsVariants } from '../../tools/simulator/forge/kvs/variants';
import { variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { defaultForgeVariants } from '../../tools/simulator/forge/doors';
import type { HostVariants } from '../../tools/simulator/forge/host';
import { govern, HOUR, type Stage } from './stage';

const { hrReaders } = acme.groups;
jest.setTimeout(60_000);
const MINUTE = 60_000;

type Variant = Partial<Variants & HostVariants>;
/** What the platform may do otherwise, each on its own: the most that is documented or was seen. */
const ofPlatform: { readonly [K in keyof HostVariants]: HostVariants[K] } = {
  queryLagMs: MINUTE,
  expiryLatenessMs: 48 * HOUR,
  missingKey: 'nothing-holds',
  cursorAfterLast: false,
  rateLimits: 'off',
  blockedEgress: 'throw',
  anonymous: 'absent',
};
const one = ([key, value]: readonly [string, unknown]): readonly [string, Variant] => [
  `${key}=${String(value)}`,
  { [key]: value },
];
const variants = [
  ...Object.entries(variantTable).flatMap(([key, values]) =>
    values.slice(1).map((value) => one([key, value])),
  ),
  ...Object.entries(ofPlatform).map(one),
];

/** Connected, ruled, asked, approved, given, seen, and taken back: what its ticket was told on the way. */
async function walk({ ask, approve, view, isIn, stateOf, statusOf, said, advance }: Stage) {
  const id = await ask();
  // Two rounds: whatever lags or was lost is made up for by then.
  await advance(11 * MINUTE);
  expect(await stateOf(id)).toBe('awaiting-approval');
  await approve(id);
  await advance(11 * MINUTE);
  expect([await stateOf(id), statusOf(id), isIn(hrReaders)]).toEqual(['fulfilled', 'Completed', true]);
  await advance(30 * MINUTE);
  expect(isIn(hrReaders)).toBe(true);
  await advance(HOUR);
  const { grants } = await view(id);
  expect([grants.map(({ state }) => state), isIn(hrReaders)]).toEqual([['revoked'], false]);
  return said(id);
}
const start = (options: Parameters<typeof govern>[1] = {}) =>
  govern({ end: { kind: 'after', hours: 1 } }, options);

const understood = expect.stringMatching(/^Understood: /);
const given = expect.stringContaining(' is now a member of the group');
const ended = expect.stringContaining(' is no longer a member of the group');
const waits = [
  expect.stringContaining('The change was made but cannot be seen yet.'),
  expect.stringMatching(/^\(internal\) .*the access cannot be seen/),
];

it.each(variants)(
  'the whole way from the credential to the end of the access holds under %s',
  async (_name, each) => {
    const stage = await start({ variants: each });
    expect(await walk(stage)).toEqual([understood, given, ended]);
    stage.close();
  },
);

it('every variant that the platform knows is among them', () => {
  const known = { ...defaultKvsVariants, ...defaultForgeVariants };
  expect(Object.keys(ofPlatform).sort()).toEqual(Object.keys(known).sort());
  for (const [key, value] of Object.entries(known))
    expect({ ...ofPlatform, [key]: value }).not.toEqual(ofPlatform);
});

describe('the whole way holds', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await start();
  });
  afterEach(() => stage.close());

  it('with ten pieces of work side by side', async () => {
    stage.forge.queues.parallel = 10;
    expect(await walk(stage)).toEqual([understood, given, ended]);
  });

  it.each([30, 60])(
    'while memberships are seen %i seconds late, and nobody is told of seats',
    async (seconds) => {
      stage.site.conditions.lagMs.membership = seconds * 1_000;
      expect(await walk(stage)).toEqual([understood, ...waits, given, ended]);
    },
  );

  it('while Jira finds tickets a minute late and every event is lost', async () => {
    stage.site.conditions.lagMs.issueIndex = MINUTE;
    stage.forge.events.lost = true;
    expect(await walk(stage)).toEqual([understood, given, ended]);
  });
});
