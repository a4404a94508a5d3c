import type { ProductEvent } from '../../product-events';
import type { EventDelivery } from '../delivery/delivery';
import { chosen } from '../delivery/switches';
import type { Doors } from '../doors';
import type { AppTrigger } from '../manifest';
import type { AppInstallation } from '../platform';
import { isLicensed } from '../runtime';
import { readExpression } from './expression';

const MAX_BYTES = 200_000;

type Argument = EventDelivery['argument'];

/** An event that a trigger's filter could not judge, as the app's logs would show it. */
export interface FilterProblem {
  readonly trigger: string;
  readonly event: string;
  readonly problem: string;
  readonly received: boolean;
}

/** Puts a product event in line for each trigger that asks for it. */
export class ProductEvents {
  readonly problems: FilterProblem[] = [];

  constructor(private readonly doors: Doors) {}

  tell(installation: AppInstallation, event: ProductEvent): void {
    const { manifest, clock, line, switches } = this.doors;
    const argument = argumentOf(installation, event);
    if (Buffer.byteLength(JSON.stringify(argument)) > MAX_BYTES) return;
    const subject = { name: event.name, key: issueOf(event), body: argument };
    for (const trigger of manifest.triggers) {
      if (!trigger.events.includes(event.name) || !this.admits(trigger, installation, argument)) continue;
      if (chosen(switches.events.lost, subject)) continue;
      const delivery: EventDelivery = {
        kind: 'event',
        installation: installation.id,
        module: trigger.key,
        name: event.name,
        key: subject.key,
        since: clock.time(),
        dueAt: clock.time() + chosen(switches.events.delayMs, subject),
        tries: 0,
        argument,
      };
      line.add(...Array.from({ length: 1 + chosen(switches.events.duplicates, subject) }, () => delivery));
    }
  }

  private admits(trigger: AppTrigger, installation: AppInstallation, event: Argument): boolean {
    const { ignoreSelf, appIsLicensed, expression, onError } = trigger.filter;
    if (ignoreSelf && event['selfGenerated'] === true) return false;
    if (appIsLicensed && !isLicensed(this.doors.manifest, installation)) return false;
    if (expression === undefined) return true;
    const verdict = evaluate(expression, event);
    if (typeof verdict === 'boolean') return verdict;
    const received = onError === 'RECEIVE' || onError === 'RECEIVE_AND_LOG';
    if (onError.endsWith('_AND_LOG'))
      this.problems.push({
        trigger: trigger.key,
        event: String(event['eventType']),
        problem: verdict.message,
        received,
      });
    return received;
  }
}

function evaluate(expression: string, event: Argument): boolean | Error {
  try {
    const value = readExpression(expression)({ event });
    return typeof value === 'boolean' ? value : new TypeError('The expression gives no Boolean.');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function argumentOf({ site }: AppInstallation, { name, at, by, byApp, payload }: ProductEvent): Argument {
  const isOwn = byApp && (site.appAccountId === undefined || site.appAccountId === by);
  return {
    ...payload,
    eventType: name,
    timestamp: String(at),
    selfGenerated: isOwn,
  };
}

function issueOf({ payload: { issue } }: ProductEvent): string {
  return typeof issue === 'object' && issue !== null && 'id' in issue ? String(issue.id) : '';
}
