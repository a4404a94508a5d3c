import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { colleagues } from '../../tools/simulator/atlassian/worlds/acme-people';
import { tapInto } from '../rig/points';
import { namedRule } from '../rig/rules';
import { MINUTE, openWorld, who, type Scene, type World } from '../rig/world';
import { valueOf } from '../start';
import { slipIn } from './slip';
import { byId, conditions, everyGroup, someone, someoneElse, type Wide } from './wide';
import { defaultGroups, wides } from './wides';

jest.setTimeout(300_000);

const { desk } = acme;
const kinds = {
  groupMembership: 'team',
  privilegedAccess: 'shared',
  applicationAccess: 'application',
} as const;
/** Whoever could come to hold anything by any of the edits. */
const everybody = [
  who.employee,
  someone.accountId,
  someoneElse,
  ...colleagues.map(({ accountId }) => accountId),
];

/** The other rule of the same request type is for none of these requests, whichever condition tells them apart. */
const asideOf = (connectionId: string) => {
  const { trigger } = namedRule(connectionId);
  const more = conditions('duration', ['30 days']).conditions;
  return { trigger: { ...trigger, conditions: [...trigger.conditions, ...more] } };
};

const sceneOf = (index: number): Scene => ({
  defaultGroups,
  over: (connectionId) => {
    const wide = wides(connectionId)[index];
    return wide ? { named: asideOf(connectionId), [kinds[wide.requestType]]: wide.rule } : {};
  },
});

const membersIn = ({ site: { directory } }: World) =>
  everybody.flatMap((person) =>
    everyGroup.filter((group) => directory.isMember(group, person)).map((group) => `${person} in ${group}`),
  );

/** Asked for, and answered by all who have to: the app has not heard of it yet. */
async function approved(world: World, { requestType, values, isFor, approvers }: Wide): Promise<string> {
  const { work } = world.site;
  const { id } = work.raise({
    by: who.employee,
    requestTypeId: desk.requestTypes[requestType].id,
    fields: byId({ ...values, ...isFor(someone) }),
  });
  await world.advance(MINUTE);
  for (const by of approvers) work.answer(id, { by, decision: 'approved' });
  return id;
}

/** The giving run, and two rounds in which whatever the app had still to notice would be noticed. */
const TWO_ROUNDS_MS = 11 * MINUTE;

async function outcomeOf(world: World, issueId: string, before: readonly string[]) {
  await world.advance(TWO_ROUNDS_MS);
  const { state, why, grants } = valueOf(await world.call('request.read', { issueId }));
  const given = membersIn(world).filter((held) => !before.includes(held));
  return {
    state,
    why,
    given,
    ends: grants.map(({ accountId, group, until }) => [accountId, group.id, until]),
  };
}

interface Undisturbed {
  readonly outcome: Awaited<ReturnType<typeof outcomeOf>>;
  /** How many calls it takes from the approval until the access is there. */
  readonly calls: number;
  /** The so-manieth of them reads the ticket for the last time. */
  readonly lastRead: number;
}

async function undisturbed(wide: Wide, scene: Scene): Promise<Undisturbed> {
  const world = await openWorld({}, scene);
  const before = membersIn(world);
  const issueId = await approved(world, wide);
  const calls: string[] = [];
  let done = false;
  tapInto(world.faults, ({ service, operation }, phase) => {
    if (phase === 'before' && service !== 'event' && !done) calls.push(operation);
    if (phase === 'after' && operation.endsWith('/comment')) done = true;
    return undefined;
  });
  const outcome = await outcomeOf(world, issueId, before);
  world.close();
  return {
    outcome,
    calls: calls.length,
    lastRead: calls.lastIndexOf(`GET /rest/api/3/issue/${issueId}`) + 1,
  };
}

type Edit = readonly [string, unknown];

function edit({ site: { work } }: World, issueId: string, [key, value]: Edit): void {
  if (key === 'reporter') work.edit(issueId, { by: someoneElse, reporter: String(value) });
  else work.edit(issueId, { by: someoneElse, fields: byId({ [key]: value }) });
}

const nothing = {
  state: 'void',
  why: 'The request was edited after somebody had answered it.',
  given: [],
  ends: [],
};

/**
 * What may be given is fixed by the last time that the run reads the ticket: an edit just before that call, or earlier,
 * is seen by it and voids the request; one just after it comes too late for what is given already, and changes nothing.
 */
describe.each(wides('').map(({ name }, index) => [name, index] as const))('%s', (_name, index) => {
  const wide = wides('')[index];
  if (!wide) throw new Error('There is no such request.');
  const scene = sceneOf(index);
  let plain: Undisturbed;
  beforeAll(async () => {
    plain = await undisturbed(wide, scene);
  });

  it('without any edit, exactly what was approved is given', () => {
    const { outcome, calls, lastRead } = plain;
    expect(outcome.state).toBe('fulfilled');
    expect(outcome.given).toEqual(wide.groups.map((group) => `${someone.accountId} in ${group}`));
    expect(outcome.ends).toHaveLength(wide.groups.length);
    expect(lastRead).toBeGreaterThan(2);
    expect(calls).toBeGreaterThan(lastRead + 10);
  });

  it.each(Object.entries(wide.edits))(
    '%s, edited at any call of the run that gives, never makes it give anything else',
    async (...one) => {
      for (let nth = 1; nth <= plain.calls; nth += 1) {
        const world = await openWorld({}, scene);
        const before = membersIn(world);
        const issueId = await approved(world, wide);
        const isReached = slipIn(world, { nth, from: () => true }, () => edit(world, issueId, one));
        const outcome = await outcomeOf(world, issueId, before);
        const wanted = nth <= plain.lastRead ? nothing : plain.outcome;
        expect({ nth, reached: isReached(), ...outcome }).toEqual({ nth, reached: true, ...wanted });
        world.close();
      }
    },
  );
});
