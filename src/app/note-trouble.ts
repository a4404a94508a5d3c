import { stepBack } from '../domain/change-holding';
import type { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { Giving } from './give';
import { wasTried } from './was-tried';
import { happeningOf, troubleOf } from './grant-trouble';
import type { Ports } from './ports';
import { writeGrant, type Written } from './write-grant';

interface Note {
  readonly error: Fault;
  /** There when the intent was written: something may have been done. */
  readonly claimed?: Written;
}

/** Whatever it waits for, it is looked at when its end comes. */
const wakingBy = (wakeAt: Date | undefined, until: Date | undefined): Pick<Grant, 'wakeAt'> =>
  wakeAt && until && until < wakeAt ? { wakeAt: until } : {};

/** Writes down why it did not work, and when it is tried again. The same trouble twice is told once. */
export async function noteTrouble(ports: Ports, giving: Giving, { error, claimed }: Note): Promise<Grant> {
  const current = claimed?.grant ?? giving.grant;
  const trouble = troubleOf(error, {
    grant: { ...current, attempts: giving.grant.attempts },
    now: ports.clock.now(),
  });
  const before = claimed?.holding ?? giving.holding;
  // What was refused at the first try has not come from us, wherever it is found next: all is as before our look.
  const isUntouched = error.isRefusal && !wasTried(giving);
  const isOver = trouble.state === 'failed' || isUntouched;
  const { wakeAt: _wakeAt, ...facts } = current;
  const pair = { id: giving.holdingId, accountId: current.accountId, resourceId: giving.what.resource.id };
  const written = await writeGrant(ports, {
    before,
    holding: stepBack(isUntouched ? giving.holding : before, pair, { grantId: current.id, over: isOver }),
    grant: { ...facts, ...trouble, ...wakingBy(trouble.wakeAt, current.until) },
    happenings: [happeningOf(current, trouble)],
    by: giving.by,
  });
  return written.grant;
}
