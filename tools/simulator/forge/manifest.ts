import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Manifest, type RawManifest } from './manifest-shape';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

/** An index as queries see it: give every partition value, then a condition on the first range attribute. */
export interface EntityIndex {
  readonly partition: readonly string[];
  readonly range: readonly string[];
}

export interface EntitySchema {
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: ReadonlyMap<string, EntityIndex>;
}

export interface AppModule {
  /** e.g. `jira:globalPage` */
  readonly type: string;
  readonly key: string;
  /** Key of the function behind the page, when there is one. */
  readonly resolver?: string;
}

export interface AppFunction {
  readonly key: string;
  /** `index.resolver`: the export `resolver` of the module `index`. */
  readonly handler: string;
  readonly timeoutSeconds?: number;
}

export interface AppSchedule {
  readonly key: string;
  readonly function: string;
  readonly intervalMs: number;
  readonly appIsLicensed: boolean;
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/ */
export interface AppTrigger {
  readonly key: string;
  readonly function: string;
  readonly events: readonly string[];
  readonly filter: {
    readonly ignoreSelf: boolean;
    readonly appIsLicensed: boolean;
    readonly expression?: string;
    readonly onError: 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG';
  };
}

export interface AppConsumer {
  readonly key: string;
  readonly queue: string;
  readonly function: string;
}

export interface AppManifest {
  /** The UUID alone. */
  readonly appId: string;
  readonly licensed: boolean;
  readonly products: readonly string[];
  readonly modules: readonly AppModule[];
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly schedules: readonly AppSchedule[];
  readonly triggers: readonly AppTrigger[];
  readonly consumers: readonly AppConsumer[];
  readonly scopes: readonly string[];
  /** The scopes that may be used for a person who is not there. */
  readonly impersonation: readonly string[];
  /** Addresses that the backend may fetch, as declared. */
  readonly egress: readonly string[];
  readonly entities: ReadonlyMap<string, EntitySchema>;
}

const MINUTE = 60_000;
const INTERVALS = { fiveMinute: 5 * MINUTE, hour: 60 * MINUTE, day: 1_440 * MINUTE, week: 10_080 * MINUTE };

/** By their text: hosts come and go by the thousand, and mostly with the same manifest. */
const known = new Map<string, AppManifest>();

/**
 * What the manifest says, as the host needs it.
 * https://developer.atlassian.com/platform/forge/manifest-reference/
 */
export function readManifest(path: string): AppManifest {
  const text = readFileSync(path, 'utf8');
  const manifest = known.get(text) ?? manifestOf(text);
  known.set(text, manifest);
  return manifest;
}

function manifestOf(text: string): AppManifest {
  const raw = Manifest.parse(parse(text));
  const manifest: AppManifest = {
    appId: raw.app.id.split('/').at(-1) ?? raw.app.id,
    licensed: raw.app.licensing?.enabled ?? false,
    products: productsOf(raw),
    modules: modulesOf(raw),
    functions: new Map(raw.modules.function.map((entry) => [entry.key, entry])),
    schedules: raw.modules.scheduledTrigger.map(({ key, function: name, interval, filter }) => ({
      key,
      function: name,
      intervalMs: INTERVALS[interval],
      ...filter,
    })),
    triggers: raw.modules.trigger,
    consumers: raw.modules.consumer,
    ...scopesOf(raw),
    egress: (raw.permissions.external?.fetch?.backend ?? []).map((entry) =>
      typeof entry === 'string' ? entry : entry.address,
    ),
    entities: new Map((raw.app.storage?.entities ?? []).map((entity) => [entity.name, schemaOf(entity)])),
  };
  refuseDangling(manifest);
  return manifest;
}

type RawEntity = NonNullable<NonNullable<RawManifest['app']['storage']>['entities']>[number];

/** An index named by one attribute is sorted by it; `by-key` is always there. */
function schemaOf({ attributes, indexes }: RawEntity): EntitySchema {
  const declared = indexes.map((index): [string, EntityIndex] =>
    typeof index === 'string'
      ? [index, { partition: [], range: [index] }]
      : [index.name, { partition: index.partition ?? [], range: index.range ?? [] }],
  );
  return {
    attributes: new Map(Object.entries(attributes).map(([name, { type }]) => [name, type])),
    indexes: new Map([...declared, ['by-key', { partition: [], range: [] }]]),
  };
}

function scopesOf({ permissions: { scopes } }: RawManifest): Pick<AppManifest, 'scopes' | 'impersonation'> {
  if (Array.isArray(scopes)) return { scopes, impersonation: [] };
  const named = Object.entries(scopes);
  return {
    scopes: named.map(([name]) => name),
    impersonation: named.filter(([, options]) => options?.allowImpersonation).map(([name]) => name),
  };
}

function productsOf({ app, modules }: RawManifest): readonly string[] {
  if (app.compatibility) return Object.keys(app.compatibility);
  return [...new Set(Object.keys(modules).flatMap((type) => /^(jira|confluence)/.exec(type)?.[1] ?? []))];
}

const modulesOf = ({ modules: { function: _functions, ...others } }: RawManifest): readonly AppModule[] =>
  Object.entries(others).flatMap(([type, entries]) =>
    entries.map(({ key, resolver }) => ({ type, key, ...(resolver && { resolver: resolver.function }) })),
  );

function refuseDangling({ modules, schedules, triggers, consumers, functions }: AppManifest): void {
  const used = [
    ...modules.flatMap(({ resolver }) => resolver ?? []),
    ...[...schedules, ...triggers, ...consumers].map((entry) => entry.function),
  ];
  const missing = used.filter((key) => !functions.has(key));
  if (missing.length > 0)
    throw new Error(`The manifest uses functions it does not declare: ${missing.join(', ')}`);
}
