import { createRequire } from 'node:module';
import { join } from 'node:path';
import { VirtualClock } from '../../../tools/simulator/clock';
import { Faults } from '../../../tools/simulator/faults';
import { ForgeHost } from '../../../tools/simulator/forge/host';
import type { ProductEvent } from '../../../tools/simulator/product-events';
import { EchoSite, installationOn } from './stage';

type Run = (argument: unknown, context: unknown) => unknown;
export type Functions = Partial<
  Record<'resolver' | 'onIssue' | 'byOthers' | 'onStatus' | 'work' | 'longWork' | 'onFive', Run>
>;

interface BusyOptions extends Functions {
  readonly clock?: VirtualClock;
  readonly folder?: string;
  readonly manifestPath?: string;
}

/** Functions that do nothing, for those that a test does not look at. */
export const silent: Required<Functions> = {
  resolver: () => undefined,
  onIssue: () => undefined,
  byOthers: () => undefined,
  onStatus: () => undefined,
  work: () => undefined,
  longWork: () => undefined,
  onFive: () => undefined,
};

/** A host with an app that has triggers, queues and a schedule of five minutes. */
export function busyStage({
  clock = new VirtualClock(),
  folder,
  manifestPath,
  ...functions
}: BusyOptions = {}) {
  const faults = new Faults();
  const site = new EchoSite();
  const installation = installationOn(site);
  const host = new ForgeHost({
    manifestPath: manifestPath ?? join(__dirname, 'busy-app.yml'),
    clock,
    faults,
    folder,
    code: () => ({ ...silent, ...functions }),
  });
  staged.push(host);
  return {
    clock,
    faults,
    site,
    host,
    installation,
    tell: (event: Partial<ProductEvent> = {}) => host.tellEvent(installation, { ...issueUpdated, ...event }),
    /** Runs something in a function of the app, as somebody who opens its page would. */
    call: () =>
      host.invoke(installation, {
        moduleKey: 'home',
        functionKey: 'act',
        principal: { accountId: 'ann', accountType: 'licensed' },
      }),
    /** Moves the clock on and lets everything happen that is due by then. */
    advance: (ms: number) => host.advance(ms),
    ran: () => host.invocations().map(({ function: key, outcome }) => `${key} ${outcome}`),
  };
}

const staged: ForgeHost[] = [];
afterEach(() => staged.splice(0).forEach((host) => host.close()));

export const issueUpdated: ProductEvent = {
  name: 'avi:jira:updated:issue',
  at: Date.parse('2026-01-05T12:00:00Z'),
  by: 'ann',
  byApp: false,
  payload: {
    issue: { id: '10001', key: 'IT-1' },
    changelog: { items: [{ field: 'status', toString: 'Done' }] },
  },
};

let events: typeof import('@forge/events') | undefined;

/** Found when first asked for: after the platform's globals are in place, as an app is loaded. */
export const forgeEvents = () =>
  (events ??= createRequire(__filename)('@forge/events') as typeof import('@forge/events'));

/** Pushes to the queue `work`, unless another is named. */
export const push = (
  given: Parameters<InstanceType<typeof import('@forge/events').Queue>['push']>[0],
  key = 'work',
) => new (forgeEvents().Queue)({ key }).push(given);
