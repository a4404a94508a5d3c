import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AtlassianSite, SiteRequest, SiteResponse } from '../../../tools/simulator/atlassian/wire';
import { VirtualClock } from '../../../tools/simulator/clock';
import { Faults } from '../../../tools/simulator/faults';
import type { Running } from '../../../tools/simulator/forge/current';
import { ForgeHost, type ForgeHostOptions } from '../../../tools/simulator/forge/host';
import type { AppInstallation, PlatformPrincipal } from '../../../tools/simulator/forge/platform';

/** A site that remembers what it was asked and answers with one word of its own. */
export class EchoSite implements AtlassianSite {
  readonly asked: SiteRequest[] = [];
  answer: (request: SiteRequest) => SiteResponse | Promise<SiteResponse> = (request) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site: this.cloudId, path: request.url.pathname }),
  });

  constructor(
    readonly cloudId = 'cloud-a',
    readonly baseUrl = 'https://acme.atlassian.net',
  ) {}

  async handle(request: SiteRequest): Promise<SiteResponse> {
    this.asked.push(request);
    return this.answer(request);
  }
}

export const installationOn = (
  site: AtlassianSite,
  id = `installation-on-${site.cloudId}`,
): AppInstallation => ({
  id,
  environmentId: 'environment-1',
  environmentType: 'DEVELOPMENT',
  site,
});

export const ann: PlatformPrincipal = { accountId: 'ann', accountType: 'licensed' };

type Calls = Readonly<Record<string, (request: { payload: unknown; context: unknown }) => unknown>>;
type StageOptions = Partial<Omit<ForgeHostOptions, 'code'>> & {
  readonly calls?: Calls;
  readonly onDay?: (payload: unknown, context: unknown) => unknown;
};

/** A host with a little app on one site. Its calls use the real @forge packages, required when they run. */
export function stage({ calls = {}, onDay = () => undefined, ...options }: StageOptions = {}) {
  const clock = options.clock ?? new VirtualClock();
  const faults = options.faults ?? new Faults();
  const site = new EchoSite();
  const installation = installationOn(site);
  const host = new ForgeHost({
    manifestPath: join(__dirname, 'little-app.yml'),
    clock,
    faults,
    code: () => {
      const { makeResolver } = forgeResolver();
      return { resolver: makeResolver({ ...calls }), onDay };
    },
    ...options,
  });
  staged.push(host);
  const call = (functionKey: string, payload?: unknown, principal = ann) =>
    host.invoke(installation, { moduleKey: 'home', functionKey, payload, principal });
  return { clock, faults, site, installation, host, call, last: () => host.invocations().at(-1) };
}

const staged: ForgeHost[] = [];
afterEach(() => staged.splice(0).forEach((host) => host.close()));

/** Runs one piece of app code in an invocation and gives back what it gave. */
export async function inApp(act: () => unknown, options: StageOptions = {}) {
  const theatre = stage({ ...options, calls: { act } });
  return { ...theatre, result: await theatre.call('act') };
}

/** The entity of the little app. `colour` is not declared. */
export interface Book {
  readonly author?: string;
  readonly year?: number;
  readonly price?: number;
  readonly lent?: boolean;
  readonly notes?: unknown;
  readonly colour?: string;
}

/** Found when first asked for: after the platform's globals are in place, as an app is loaded. */
function later<T>(name: string): () => T {
  let found: T | undefined;
  return () => (found ??= createRequire(__filename)(name) as T);
}

export const forgeApi = later<typeof import('@forge/api')>('@forge/api');
export const forgeKvs = later<typeof import('@forge/kvs')>('@forge/kvs');
const forgeResolver = later<typeof import('@forge/resolver')>('@forge/resolver');

/** What the packages themselves call, for requests that they would not make. */
export const platformFetch: Running['callPlatform'] = (...args) => {
  const platform = Reflect.get(globalThis, '__forge_fetch__') as Running['callPlatform'];
  return platform(...args);
};

/** `fine`, or the status and code with which the storage refused. */
export async function attempt(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return 'fine';
  } catch (error) {
    const { ForgeKvsAPIError } = forgeKvs();
    if (!(error instanceof ForgeKvsAPIError)) throw error;
    return `${error.responseDetails.status} ${error.code}`;
  }
}

/** Gives everything else that is under way some turns of the event loop. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}
