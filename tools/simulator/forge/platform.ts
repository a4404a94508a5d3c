import type { AtlassianSite } from '../atlassian/wire';
import type { Service } from '../faults';

/** The person on whose behalf the platform runs something, as the platform knows them. */
export interface PlatformPrincipal {
  readonly accountId: string;
  readonly accountType: 'licensed' | 'unlicensed' | 'customer' | 'anonymous';
}

/** One installation of the app on one site. Several may live in one process. */
export interface AppInstallation {
  readonly id: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
  readonly site: AtlassianSite;
  /** Matters only to paid apps in production. Default: yes. */
  readonly licenseActive?: boolean;
}

/** Why a trigger or a consumer ran. */
export interface DeliveryRecord {
  readonly kind: 'event' | 'queue';
  /** Of the event or of the queue. */
  readonly name: string;
  /** What it is about: the id, or the body's `key`. */
  readonly key: string;
  /** 0 for the first delivery. */
  readonly tries: number;
}

export interface ResolverCall {
  /** Key of the module whose page calls, e.g. `home`. */
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly principal: PlatformPrincipal;
}

export interface CallRecord {
  readonly service: Service;
  readonly operation: string;
  /** `asApp`, `asUser`, or the egress host. */
  readonly via: string;
  readonly status: number | 'failed';
}

/** What ran, for how long, and what it used. Units are those of the KVS: 10 KB, rounded up, a batch once. */
export interface InvocationRecord {
  readonly id: string;
  readonly installationId: string;
  /** ISO instant, virtual time. */
  readonly at: string;
  readonly moduleKey: string;
  /** Key of the manifest's function. */
  readonly function: string;
  /** The resolver's call name, for calls from a page. */
  readonly call?: string;
  readonly accountId?: string;
  /** For triggers and consumers. */
  readonly delivery?: DeliveryRecord;
  readonly outcome: 'ok' | 'failed' | 'timeout' | 'crashed';
  readonly durationMs: number;
  readonly siteCalls: readonly CallRecord[];
  readonly storage: {
    readonly requests: number;
    readonly reads: number;
    readonly writes: number;
    readonly readUnits: number;
    readonly writeUnits: number;
  };
  readonly logs: readonly string[];
  readonly error?: string;
}

/** What the bridge's `fetchProduct` sends and gets. */
export interface ProductFetch {
  readonly product: 'jira' | 'confluence';
  readonly restPath: string;
  readonly fetchRequestInit: {
    readonly method?: string;
    readonly headers?: readonly (readonly [string, string])[];
    readonly body?: string;
  };
}

export interface ProductAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The Forge platform, as far as those who use it from outside need it. */
export interface ForgePlatform {
  /** A resolver function, as a page calls it. Rejects with what the platform would tell the page. */
  invoke(installation: AppInstallation, call: ResolverCall): Promise<unknown>;
  /** Runs the function of one scheduled trigger now. */
  runSchedule(installation: AppInstallation, key: string): Promise<unknown>;
  /** A product request of a page, as its user, within the manifest's scopes. */
  fetchProduct(
    installation: AppInstallation,
    principal: PlatformPrincipal,
    fetch: ProductFetch,
  ): Promise<ProductAnswer>;
  /** Newest last. */
  invocations(): readonly InvocationRecord[];
}
