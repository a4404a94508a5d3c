import type { VirtualClock } from '../clock';
import type { TellEvent } from '../product-events';
import type { Journal } from './change';
import { fairWeather, type Conditions } from './conditions';
import { Directory } from './directory';
import type { Asker, World } from './exchange';
import { RateLimits } from './rate-limits';
import type { WorldSeed } from './seed';
import { applyTo, seedState } from './seeding';
import { serve } from './serve';
import { signIn } from './sign-in';
import { defaultVariants, type Variants } from './variants';
import type { AtlassianSite } from './wire';
import { Work } from './work/hand';

export interface SiteOptions {
  readonly clock: VirtualClock;
  readonly seed: WorldSeed;
  readonly variants?: Partial<Variants>;
  /** What happened before a restart, and what happens from now on. */
  readonly journal?: Journal;
  /** Where the site tells what happens to its issues. */
  readonly tell?: TellEvent;
}

/** One request as the site remembers it: never a header, a query or a body. */
export interface SiteCall {
  readonly method: string;
  readonly path: string;
  readonly caller: Asker['kind'];
  readonly status: number;
}

/** One simulated Atlassian site: Jira and Confluence over one directory. */
export interface Site extends AtlassianSite {
  readonly seed: WorldSeed;
  readonly directory: Directory;
  /** Requests and what people do to them by hand. */
  readonly work: Work;
  /** May be changed at any time, like `conditions`. */
  readonly variants: Variants;
  readonly conditions: Conditions;
  /** The latest calls, newest last. */
  readonly calls: readonly SiteCall[];
}

const CALLS_KEPT = 10_000;

export function createSite({ clock, seed, variants: chosen, journal, tell }: SiteOptions): Site {
  const { state, work } = seedState(seed, journal, clock.time());
  const variants = { ...defaultVariants(), ...chosen };
  const conditions = fairWeather();
  const { cloudId, baseUrl, name: title } = seed;
  const apply: World['apply'] = (change) => {
    applyTo({ state, work }, change, clock.time());
    journal?.append(change);
  };
  const world: World = {
    ...{ baseUrl, title, cloudId, clock, state, work, variants, conditions, apply },
    tell: tell ?? (() => undefined),
  };
  const limits = new RateLimits(world);
  const calls: SiteCall[] = [];

  const handle: AtlassianSite['handle'] = async (request) => {
    state.settle(clock.time());
    const asker = signIn(world, request.caller, seed.appAccountId);
    const answer = serve({ world, limits, asker }, request);
    calls.push({
      method: request.method,
      path: request.url.pathname,
      caller: asker.kind,
      status: answer.status,
    });
    if (calls.length > CALLS_KEPT) calls.shift();
    return answer;
  };
  const { appAccountId } = seed;
  const hands = { directory: new Directory(world), work: new Work(world) };
  return { cloudId, baseUrl, appAccountId, seed, ...hands, variants, conditions, calls, handle };
}
