import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Permissions } from '@forge/manifest';
import { parse } from 'yaml';
import { z } from 'zod';

/** Forge manifest, the parts that a person sees: developer.atlassian.com/platform/forge/manifest-reference/ */
const page = z.object({ title: z.string(), route: z.string(), icon: z.string().optional() });

const section = z.object({ header: z.string().optional(), pages: z.array(page) });

const surface = z.object({
  key: z.string(),
  title: z.string().default(''),
  resource: z.string(),
  icon: z.string().optional(),
  pages: z.array(page).optional(),
  sections: z.array(section).optional(),
  useAsConfig: z.boolean().optional(),
  unlicensedAccess: z.array(z.string()).optional(),
});

const resource = z.object({
  key: z.string(),
  path: z.string(),
  entry: z.record(z.string(), z.string()).optional(),
});

const manifest = z.object({
  app: z.object({ id: z.string().regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/) }),
  modules: z.object({
    'jira:globalPage': z.array(surface).default([]),
    'jira:adminPage': z.array(surface).default([]),
  }),
  resources: z.array(resource).default([]),
  /** Checked by Atlassian's own validator; here it is only handed on. */
  permissions: z.custom<Permissions>((value) => typeof value === 'object' && value !== null).optional(),
});

export type ManifestSurface = z.output<typeof surface>;
export type ManifestPage = z.output<typeof page>;
export type ManifestSection = z.output<typeof section>;
export type Manifest = z.output<typeof manifest>;

/** Reads it afresh, so that a change shows with the next page. Throws when it is missing or not a manifest. */
export const readManifest = (root: string): Manifest =>
  manifest.parse(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));
