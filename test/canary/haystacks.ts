import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Simulator } from '../../tools/simulator/simulator';
import type { Haystack } from './needles';

/**
 * Everything that the platform keeps about the app: its database and journal, what waits in its queues, its records of
 * what ran, its logs. And everything that stands on tickets: fields, comments, properties, history.
 */
export const kept = ({ forge, installation, site }: Simulator): readonly Haystack[] => [
  ...filesBeside(forge.storage.databaseFiles()).map((path) => ({
    where: basename(path).startsWith('forge-queues') ? 'queue' : 'database',
    content: readFileSync(path),
  })),
  ...site.work.issues().map((issue) => ({ where: 'ticket', content: JSON.stringify(issue) })),
  { where: 'storage', content: JSON.stringify(forge.storage.dump(installation.id)) },
  ...forge.invocations().map((record) => ({ where: 'record', content: JSON.stringify(record) })),
  ...forge.invocations().map(({ logs }) => ({ where: 'log', content: logs.join('\n') })),
  { where: 'site log', content: JSON.stringify(site.calls) },
];

/** The database, its journal, and whatever else the platform writes into the same folder. */
const filesBeside = ([first]: readonly string[]): readonly string[] =>
  first === undefined ? [] : readdirSync(dirname(first)).map((name) => join(dirname(first), name));
