import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { modulesOf, type Rule } from './shape';

/** The platform's own events; those of the products are listed in the manifest package, with the scopes they need. */
const LIFECYCLE = ['avi:forge:installed:app', 'avi:forge:upgraded:app'];
const Mapping = z.object({ mapping: z.array(z.object({ productEvent: z.string() })) });

function knownEvents(): ReadonlySet<string> {
  const file = join(
    dirname(require.resolve('@forge/manifest')),
    'mapping/product-event-to-scope-mapping.json',
  );
  const { mapping } = Mapping.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Set([...LIFECYCLE, ...mapping.map(({ productEvent }) => productEvent)]);
}

export const events: Rule = (manifest) => {
  const known = knownEvents();
  return modulesOf(manifest, 'trigger').flatMap(({ key, events: names = [] }) =>
    names
      .map((event) => (typeof event === 'string' ? event : event.eventType))
      .filter((event) => !known.has(event))
      .map((event) => `${key} waits for ${event}, which nobody sends.`),
  );
};
