import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NullLogger } from '@forge/cli-shared';
import { getClientSideLintersOnly, lint, parseSourceFile } from '@forge/lint';
import type { ManifestSchema } from '@forge/manifest';
import type { Finding } from './finding';
import { NoFlags } from './flags';

export interface Linted {
  readonly findings: readonly Finding[];
  readonly linters: number;
  /** How many source files the linters really read. */
  readonly files: number;
}

/** Every client-side linter of the Forge CLI over the app's sources. Paths must be relative to the app's folder. */
export async function lintSources(manifest: ManifestSchema): Promise<Linted> {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join('src', file));
  const flags = new NoFlags();
  const linters = await getClientSideLintersOnly(manifest, 'development', NullLogger, flags);
  const read = new Set<string>();
  const results = await lint(sources, manifest, 'development', NullLogger, flags, {
    linter: { mode: 'client-side' },
    linters,
    parseFunction: (file, parser, readFile) => {
      read.add(file);
      return parseSourceFile(file, parser, readFile);
    },
  });
  const findings = results.flatMap(({ file, errors, warnings, approvals }) =>
    [...errors, ...warnings, ...approvals].map(({ class: level, message, line, column }): Finding => ({
      by: '@forge/lint',
      level: level.toString() === 'warning' ? 'warning' : 'error',
      message,
      at: `${file}:${line}:${column}`,
    })),
  );
  return { findings: [...findings, ...unread(sources, read)], linters: linters.length, files: read.size };
}

/** What tsconfig.json leaves out the linters pass over in silence, and a file unread is not a file without faults. */
const unread = (sources: readonly string[], read: ReadonlySet<string>) =>
  sources
    .filter((file) => !read.has(file))
    .map((file): Finding => ({
      by: 'forge-check',
      level: 'error',
      message: 'The linters did not read it.',
      at: file,
    }));
