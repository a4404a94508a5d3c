import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { Simulator } from '../../tools/simulator/simulator';

interface Row {
  readonly operation: string;
  readonly body: object;
}

/** Everything an installation has stored, as the writes that bring it about: secrets with their values. */
export function copyStorage({ forge, installation, clock }: Simulator): readonly Row[] {
  const { plain, entities, secrets } = forge.storage.dump(installation.id);
  const valueOf = (key: string): unknown => {
    const request = {
      installation: installation.id,
      operation: 'secret/get',
      body: { key },
      now: clock.time(),
    };
    const parsed: unknown = JSON.parse(forge.storage.store.handle(request).response.body);
    return isRecord(parsed) ? parsed['value'] : undefined;
  };
  return [
    ...Object.entries(plain).map(([key, value]) => ({ operation: 'set', body: { key, value } })),
    ...Object.entries(entities).flatMap(([entityName, rows]) =>
      Object.entries(rows).map(([key, value]) => ({
        operation: 'entity/set',
        body: { entityName, key, value },
      })),
    ),
    ...secrets.map((key) => ({ operation: 'secret/set', body: { key, value: valueOf(key) } })),
  ];
}

/** What was copied of the world "acme", as if another site had stored it. */
export const forSite = (rows: readonly Row[], cloudId: string): readonly Row[] =>
  rows.map(({ operation, body }) => {
    const renamed: unknown = JSON.parse(JSON.stringify(body).replaceAll(acme.world.cloudId, cloudId));
    if (!isRecord(renamed)) throw new Error(`What ${operation} writes is no record.`);
    return { operation, body: renamed };
  });

/** Puts what was copied into a fresh installation: much quicker than to connect and to write rules anew. */
export function pasteStorage({ forge, installation, clock }: Simulator, rows: readonly Row[]): void {
  for (const { operation, body } of rows) {
    const request = { installation: installation.id, operation, body, now: clock.time() };
    const { response } = forge.storage.store.handle(request);
    if (response.status >= 300) throw new Error(`${operation} was refused: ${response.body}`);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
