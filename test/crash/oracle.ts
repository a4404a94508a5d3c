import type { App } from './flows';

interface Facts {
  readonly id: string;
  readonly version: number;
  readonly credentialId: string;
}

const rows = <T>(all: Readonly<Record<string, unknown>>, key: RegExp): readonly T[] =>
  Object.entries(all).flatMap(([name, value]) => (key.test(name) ? [value as T] : []));

/** What is wrong with the whole of what is stored, in words. Nothing, whatever died where, once the rounds have run. */
export function whatIsWrong(app: App): readonly string[] {
  const { plain, entities, secrets } = app.stored();
  const guards = (entities['guard'] ?? {}) as Readonly<Record<string, { readonly holds: string }>>;
  const held = Object.entries(guards).filter(([, { holds }]) => holds !== 'free');
  const connections = rows<Facts>(plain, /^connection#[^#]+$/);
  const ids = connections.map(({ id }) => id);
  const owned = connections.map(({ credentialId }) => `credential#${credentialId}`);
  const holds = (on: string) => guards[`guard#${on}`]?.holds;
  return [
    ...secrets.filter((name) => !owned.includes(name)).map((name) => `nobody's ${name}`),
    ...owned.filter((name) => !secrets.includes(name)).map((name) => `missing ${name}`),
    ...rows(plain, /^draft#/).map(() => 'a draft is left'),
    ...rows<{ connectionId: string }>(plain, /#health$/)
      .filter(({ connectionId }) => !ids.includes(connectionId))
      .map(() => 'health of nothing'),
    ...held
      .filter(([, guard]) => guard.holds === 'retired' || guard.holds === 'open')
      .map(([key]) => `${key} is left`),
    ...connections.flatMap(({ id, version }) => [
      ...(holds(`connection#${id}`) === String(version) ? [] : ['the guard of the version moved alone']),
      ...(plain[`connection#${id}#health`] ? [] : ['a connection without health']),
      ...eventsAmiss(app, id, version),
    ]),
    ...(held.filter(([key]) => key.includes('connection-name')).length === ids.length
      ? []
      : ['names and connections differ']),
  ];
}

/** Every version has its event, and no event tells of a version that is not there. */
function eventsAmiss(app: App, id: string, version: number): readonly string[] {
  const told = app.events();
  const missing = Array.from({ length: version }, (_, index) => `connection#${id}#${index + 1}`).filter(
    (key) => !told.includes(key),
  );
  const early = told.includes(`connection#${id}#${version + 1}`) ? ['an event without its state'] : [];
  return [...missing.map((key) => `no event ${key}`), ...early];
}
