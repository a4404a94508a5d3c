import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getEntryPoints, getNodeBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } from '@forge/cli-shared';

export interface Bundle {
  readonly folder: string;
  /** What would be uploaded, without source maps. */
  readonly bytes: number;
}

/**
 * Atlassian's own loader and wrapper are fetched at deployment and do not belong to the app. Their place in the bundle
 * is taken by a sentence, so that bundling needs no network.
 */
const place = { script: '// The platform puts its own file here.\n', source: 'none', version: 'none' };
const platformFiles = {
  getNodeRuntimeWrapper: () => Promise.resolve(place),
  getNodeRuntimeLoader: () => Promise.resolve(place),
};

/** The bundle that `forge deploy` would upload, made by the official bundler. Throws when a type is wrong. */
export async function buildBundle(folder: string): Promise<Bundle> {
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const bundler = getNodeBundler(NullLogger, platformFiles, config);
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const { outputDir, additionalOutputs } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints });
  rmSync(folder, { recursive: true, force: true });
  cpSync(outputDir, folder, { recursive: true });
  for (const [name, data] of additionalOutputs ?? []) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  return { folder, bytes: sizeOf(folder) };
}

const sizeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.endsWith('.map'))
    .map((file) => statSync(join(folder, file)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
