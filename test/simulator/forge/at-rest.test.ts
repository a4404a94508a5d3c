import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgeKvs, stage } from './stage';

const SECRET = 'ATATT3xFf-the-canary-of-this-test';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forge-host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const calls = {
  keep: async () => {
    const { kvs } = forgeKvs();
    await kvs.set('plain', 'readable at rest');
    await kvs.setSecret('token', SECRET);
    await kvs.entity('book').set('dawn', { year: 1987 });
  },
  read: async () => {
    const { kvs } = forgeKvs();
    return [await kvs.get('plain'), await kvs.getSecret('token'), await kvs.entity('book').get('dawn')];
  },
  forget: () => forgeKvs().kvs.deleteSecret('token'),
};

const bytesOf = (files: readonly string[]) => files.map((file) => readFileSync(file, 'latin1')).join();

it('keeps secrets sealed in the database and its journal, and their key in a file of its own', async () => {
  const { call, host } = stage({ calls, folder });
  await call('keep');
  const bytes = bytesOf(host.storage.databaseFiles());
  expect(bytes).toContain('readable at rest');
  expect(bytes).not.toContain(SECRET);
  expect(bytes).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 20));
  const key = join(folder, 'secret.key');
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(bytes).not.toContain(readFileSync(key, 'utf8'));
});

it('shows of a secret only its name', async () => {
  const { call, host, installation } = stage({ calls, folder });
  await call('keep');
  const dump = host.storage.dump(installation.id);
  expect(dump).toEqual({
    plain: { plain: 'readable at rest' },
    entities: { book: { dawn: { year: 1987 } } },
    secrets: ['token'],
  });
});

it('has everything again after a restart', async () => {
  const { call, host } = stage({ calls, folder });
  await call('keep');
  host.close();
  expect(await stage({ calls, folder }).call('read')).toEqual(['readable at rest', SECRET, { year: 1987 }]);
});

it('cannot open its secrets with another key', async () => {
  const { call, host } = stage({ calls, folder });
  await call('keep');
  host.close();
  rmSync(join(folder, 'secret.key'));
  await expect(stage({ calls, folder }).call('read')).rejects.toMatchObject({ outcome: 'failed' });
});

it('keeps nothing on disk when it is told of no folder', async () => {
  const { call, host } = stage({ calls });
  await call('keep');
  expect(host.storage.databaseFiles()).toEqual([]);
});
