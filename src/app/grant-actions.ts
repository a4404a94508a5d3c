import type { z } from 'zod';
import type { ExtendInput, GrantRef } from '../contract/inputs';
import type { GrantView } from '../contract/request-views';
import type { Actor } from '../domain/audit';
import { Fault, invalid } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { MAX_HOURS, PRIVILEGED_MAX_HOURS } from '../domain/rule';
import { wakeGrant } from './arm';
import { actionsOf, grantView } from './grant-view';
import { holdingId } from './grant-ids';
import type { Happening } from './happened';
import type { Ports } from './ports';
import { grantGone } from './problems';
import { tend } from './tend';
import { withdraw } from './withdraw';
import { writeGrant } from './write-grant';

type Action = GrantView['actions'][number];
const user = (id: string): Actor => ({ kind: 'user', id });

async function readFor(ports: Ports, grantId: string, action: Action): Promise<Grant> {
  const grant = await ports.grants.find(grantId);
  if (!grant) throw grantGone();
  if (actionsOf(grant).includes(action)) return grant;
  throw new Fault(
    'conflict',
    'This grant has moved on, so this cannot be done any more. Load the page again.',
  );
}

const shown = async (ports: Ports, grantId: string): Promise<GrantView> => {
  const grant = await ports.grants.find(grantId);
  if (!grant) throw grantGone();
  return grantView(grant, ports.clock.now());
};

/** Looks at a grant again now, and lets a mass removal go on that was stopped at it. */
export const retryGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const grant = await readFor(ports, grantId, 'retry');
    const { wakeAt: _later, ...facts } = grant;
    const braked = grant.problem?.code === 'brake';
    await change(ports, {
      grant: { ...facts, ...(braked && { unbraked: true }) },
      happening: braked
        ? { what: 'grant.unbraked', detail: { grant: grantId } }
        : { what: 'grant.retried', detail: { grant: grantId } },
      by,
    });
    await tend(ports)(grantId, user(by));
    return shown(ports, grantId);
  };

export const withdrawGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const grant = await readFor(ports, grantId, 'withdraw');
    const after = await withdraw(ports, { grant, why: 'admin', by: user(by) });
    await wakeGrant(ports, after);
    return shown(ports, grantId);
  };

/** Gives a grant another end. What an administrator decides is bound by the same longest times as what is asked for. */
export const extendGrant =
  (ports: Ports) =>
  async ({ grantId, until: text }: z.output<typeof ExtendInput>, by: string): Promise<GrantView> => {
    const grant = await readFor(ports, grantId, 'extend');
    const until = new Date(text);
    mustBeAnEnd(until, grant, ports.clock.now());
    const { problem: _stopped, ending: _expired, ...facts } = grant;
    const next = { ...facts, state: 'active', way: 'in', until, wakeAt: until } as const;
    const detail = {
      grant: grantId,
      before: grant.until?.toISOString() ?? 'never',
      after: until.toISOString(),
    };
    await change(ports, { grant: next, happening: { what: 'grant.extended', detail }, by });
    await wakeGrant(ports, { ...next, changedAt: until });
    return shown(ports, grantId);
  };

const HOUR_MS = 3_600_000;

function mustBeAnEnd(until: Date, { privileged }: Grant, now: Date): void {
  const refuse = (message: string) => invalid([{ path: ['until'], message }]);
  if (until <= now) throw refuse('Choose a time that is still to come. To end the access now, withdraw it.');
  const hours = privileged ? PRIVILEGED_MAX_HOURS : MAX_HOURS;
  if (until.getTime() > now.getTime() + hours * HOUR_MS) throw refuse(`At most ${hours / 24} days from now.`);
}

/** An administrator has seen what is wrong: it is not announced any more, and stays in the list. */
export const acknowledgeGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const grant = await readFor(ports, grantId, 'acknowledge');
    const code = grant.problem?.code ?? 'drift';
    await change(ports, {
      grant: { ...grant, acknowledgedBy: by },
      happening: { what: 'grant.acknowledged', detail: { grant: grantId, code } },
      by,
    });
    return shown(ports, grantId);
  };

interface GrantChange {
  readonly grant: Omit<Grant, 'changedAt'>;
  readonly happening: Happening;
  readonly by: string;
}

async function change(ports: Ports, { grant, happening, by }: GrantChange): Promise<void> {
  const holding = await ports.holdings.find(holdingId(ports, grant.accountId, grant.what));
  if (!holding) throw new Fault('unexpected', 'What is known of this access cannot be read.');
  await writeGrant(ports, { before: holding, holding, grant, happenings: [happening], by: user(by) });
}
