import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Licences under which a part of the app may be passed on with it. */
const ALLOWED = 'Apache-2.0 MIT ISC 0BSD BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 Python-2.0'.split(' ');

/** Atlassian's own packages come under its developer terms, which whoever deploys to Forge has accepted. */
const ATLASSIAN = { scope: '@forge/', says: 'Atlassian Developer Terms' };

const Entry = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), Entry) });
type Entry = z.output<typeof Entry>;

export interface Judged {
  readonly packages: number;
  /** One sentence for each package that may not be shipped. */
  readonly refused: readonly string[];
}

/** Looks at every package that ships with the app, however deep. `textOf` reads a package's licence file. */
export function judgeLicences(lock: unknown, textOf: (place: string) => string | undefined): Judged {
  const { packages } = Lock.parse(lock);
  const shipped = Object.entries(packages).filter(
    ([place, { dev, devOptional }]) => place && !dev && !devOptional,
  );
  const refused = shipped.filter(([place, entry]) => !isAllowed(place, entry, textOf));
  return {
    packages: shipped.length,
    refused: refused.map(
      ([place, { version, license }]) => `${place}@${version}: ${license ?? 'no licence'}`,
    ),
  };
}

function isAllowed(
  place: string,
  { license }: Entry,
  textOf: (place: string) => string | undefined,
): boolean {
  if (license !== undefined && ALLOWED.includes(license)) return true;
  const name = place.split('node_modules/').at(-1) ?? '';
  return name.startsWith(ATLASSIAN.scope) && (textOf(place) ?? '').includes(ATLASSIAN.says);
}

function licenceText(place: string): string | undefined {
  const file = join(place, 'LICENSE.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\s+/g, ' ') : undefined;
}

if (require.main === module) {
  const { packages, refused } = judgeLicences(
    JSON.parse(readFileSync('package-lock.json', 'utf8')),
    licenceText,
  );
  for (const sentence of refused) console.error(`may not be shipped  ${sentence}`);
  console.log(`licences  ${packages} packages shipped, ${refused.length} refused`);
  process.exitCode = refused.length > 0 ? 1 : 0;
}
