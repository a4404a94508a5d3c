import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Manifest = z.object({
  permissions: z.object({
    scopes: z.array(z.string()),
    external: z.object({ fetch: z.object({ backend: z.array(z.object({ address: z.string() })) }) }),
  }),
});
const { permissions } = Manifest.parse(parse(readFileSync('manifest.yml', 'utf8')));
const addresses = permissions.external.fetch.backend.map(({ address }) => address);
/** The first cells of the tables that hold a scope or an address. */
const rows = readFileSync('docs/deploying.md', 'utf8').split('\n');
const named = rows.flatMap((row) => /^\| `([^`]+)` +\| \S/.exec(row)?.[1] ?? []);

it.each([...permissions.scopes, ...addresses])('the page on deploying says what %s is for', (permission) => {
  expect(named).toContain(permission);
});

it('the page on deploying names no permission that the app does not ask for', () => {
  expect(named.sort()).toEqual([...permissions.scopes, ...addresses].sort());
});
