import type { Ports } from '../../src/app/ports';
import { give } from '../../src/app/give';
import { holdingId } from '../../src/app/grant-ids';
import { itself } from '../../src/app/happened';
import { reconcile } from '../../src/app/reconcile';
import { withdraw } from '../../src/app/withdraw';
import type { Entitlement } from '../../src/domain/access';
import { Fault } from '../../src/domain/fault';
import { isLive } from '../../src/domain/grant';
import { inApp } from '../forge/in-app';
import { aGrant, aRequest } from '../forge/records';
import { tapInto } from './points';
import { pasteStorage } from './template';
import { HOUR, MINUTE, prepared } from './world';

/** What a listing may say although it is not so. */
const lies = {
  'an empty list of members': [
    '/rest/api/3/group/member',
    { startAt: 0, maxResults: 50, total: 0, isLast: true, values: [] },
  ],
  'a cut list of members': [
    '/rest/api/3/group/member',
    { startAt: 0, maxResults: 50, total: 7, isLast: true, values: [] },
  ],
  'a list without end': [
    '/rest/api/3/group/member',
    { startAt: 0, maxResults: 50, total: 7, isLast: false, values: [] },
  ],
  'a page of something else': ['/rest/api/3/group/member', {}],
  'no groups of a person': [
    '/wiki/rest/api/user/memberof',
    { results: [], start: 0, limit: 200, size: 0, _links: {} },
  ],
} as const;
type Lie = keyof typeof lies;
export const lieNames: readonly Lie[] = [
  'an empty list of members',
  'a cut list of members',
  'a list without end',
  'a page of something else',
  'no groups of a person',
];

export type RemovalStep =
  | { readonly do: 'give' | 'end'; readonly grant: number }
  | { readonly do: 'hand'; readonly member: boolean }
  | { readonly do: 'lie'; readonly lie: Lie }
  | {
      readonly do: 'lose';
      readonly phase: 'before' | 'after';
      readonly how: 'crash' | 'lose-response' | 'error';
    }
  | { readonly do: 'reconcile' | 'later' };

interface Case {
  readonly group: string;
  readonly person: string;
  readonly steps: readonly RemovalStep[];
}

/** The app's own giving and taking over the simulated site, for one person and one group after the other. */
export async function openRemovals() {
  const { rows, connectionId } = await prepared();
  const app = inApp({ variants: { rateLimits: 'off' } });
  pasteStorage(app, rows);
  let cases = 0;
  let look: () => void = () => undefined;
  tapInto(app.faults, (_point, phase) => {
    if (phase === 'after') look();
    return undefined;
  });

  return {
    close: () => app.close(),
    /** What should never have happened, in words. */
    async play({ group, person, steps }: Case): Promise<readonly string[]> {
      const number = (cases += 1);
      const what: Entitlement = {
        resource: { kind: 'confluence-group', id: group, name: '' },
        role: 'member',
      };
      const model = watch(app, { group, person });
      look = model.look;
      const idOf = (grant: number) => `case-${number}-grant-${grant}`;
      const calmly = (work: (ports: Ports) => Promise<unknown>) =>
        app.run(work).catch((error: unknown) => {
          if (
            !(error instanceof Fault) &&
            !(error instanceof Error && /There was an error|It did not run/.test(error.message))
          )
            throw error;
        });

      const giveOne = (grant: number) =>
        calmly(async (ports) => {
          const watched = await ports.connections.find(connectionId);
          const pair = holdingId(ports, person, what);
          const id = idOf(grant);
          const kept = await ports.grants.find(id);
          if (!watched || (kept && (!isLive(kept) || kept.way === 'out' || kept.state === 'active'))) return;
          const until = new Date(ports.clock.now().getTime() + 10_000 * HOUR);
          const fresh = aGrant({
            id,
            issueId: String(90_000 + number),
            connectionId,
            accountId: person,
            what,
            until,
          });
          const holding = await ports.holdings.find(pair);
          const request = aRequest({ issueId: fresh.issueId });
          const given = await give(ports, {
            ...{ request, watched, what, holding, holdingId: pair, by: itself },
            grant: kept ?? { ...fresh, createdAt: ports.clock.now() },
          });
          if (given.state === 'active') model.given.add(id);
        });
      let alive = 0;
      const end = (...grants: readonly number[]) =>
        calmly(async (ports) => {
          alive = 0;
          for (const grant of grants) {
            const found = await ports.grants.find(idOf(grant));
            if (!found || !isLive(found)) continue;
            model.given.delete(found.id);
            alive += 1;
            await withdraw(ports, { grant: found, why: 'expired', by: itself });
          }
        });

      for (const step of steps) {
        switch (step.do) {
          case 'give':
            model.tried.add(step.grant);
            await giveOne(step.grant);
            break;
          case 'end':
            await end(step.grant);
            break;
          case 'hand':
            model.byHand(step.member);
            break;
          case 'lie':
            app.faults.declare(lieOf(step.lie));
            break;
          case 'lose':
            app.faults.declare(lossOf(step));
            break;
          case 'reconcile':
            await calmly((ports) => reconcile(ports)());
            break;
          case 'later':
            app.clock.elapse(4 * MINUTE);
        }
      }
      app.faults.clear();
      do {
        app.clock.elapse(20 * MINUTE);
        await end(...model.tried);
      } while (alive > 0);
      return model.end();
    },
  };
}

const lieOf = (name: Lie) => {
  const [path, body] = lies[name];
  return {
    id: name,
    match: { service: 'egress', operation: `GET ${path}` },
    effect: { kind: 'answer', body: JSON.stringify(body) },
    maxFires: 1,
  } as const;
};

const lossOf = ({ phase, how }: Extract<RemovalStep, { do: 'lose' }>) => ({
  id: how,
  match: { service: 'egress', operation: '/^(POST|DELETE) /', phase } as const,
  effect: how === 'error' ? ({ kind: 'error', status: 500 } as const) : ({ kind: how } as const),
  maxFires: 1,
});

type Watched = Pick<Case, 'group' | 'person'>;

/** The independent book of one membership: whose it is, and what was taken of it. */
function watch({ site }: Awaited<ReturnType<typeof inApp>>, { group, person }: Watched) {
  const isThere = () => site.directory.isMember(group, person);
  const given = new Set<string>();
  const tried = new Set<number>();
  const wrong: string[] = [];
  let held = isThere();
  let origin: 'nobody' | 'hand' | 'app' | 'shared' = held ? 'hand' : 'nobody';
  const look = () => {
    if (held === isThere()) return;
    held = isThere();
    if (!held && origin === 'hand') wrong.push('access that was there before us was taken');
    if (!held && given.size > 0) wrong.push(`access was taken that ${[...given].join(', ')} still needs`);
    origin = held ? 'app' : 'nobody';
  };
  return {
    look,
    given,
    tried,
    byHand(member: boolean): void {
      if (member === held) return;
      // Next to a grant that is or may be alive, nobody can tell whose it is.
      origin = !member ? 'nobody' : tried.size > 0 ? 'shared' : 'hand';
      site.directory.setMember(group, person, member);
      held = member;
    },
    end(): readonly string[] {
      if (held && origin === 'app') wrong.push('access was left behind');
      return wrong;
    },
  };
}
