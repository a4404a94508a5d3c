import { FullValidationProcessor, ProductTriggerValidationProcessor } from '@forge/manifest';
import type { ManifestSchema } from '@forge/manifest';
import type { Finding } from './finding';

export interface Validated {
  readonly findings: readonly Finding[];
  /** Absent when the validators could not read the manifest at all. */
  readonly manifest?: ManifestSchema;
}

/** Atlassian's own validation of `manifest.yml` in the current folder: everything `forge deploy` asks of it locally. */
export async function validateManifest(): Promise<Validated> {
  const full = await new FullValidationProcessor({}).process(undefined);
  const triggers = await new ProductTriggerValidationProcessor().process(undefined);
  const findings = [...(full.errors ?? []), ...(triggers.errors ?? [])].map(
    ({ level, message, line, column }): Finding => ({
      by: '@forge/manifest',
      level: level === 'warning' ? 'warning' : 'error',
      message,
      at: `manifest.yml:${line}:${column}`,
    }),
  );
  const manifest = full.manifestObject?.typedContent;
  return manifest ? { findings, manifest } : { findings };
}
