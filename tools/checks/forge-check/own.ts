import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Finding } from './finding';
import { appId, memory, requiredProduct, runtime } from './rules/app';
import { uncommented } from './rules/comments';
import { events } from './rules/events';
import {
  expressions,
  icons,
  postFunctions,
  queues,
  routes,
  schedules,
  unlicensedAccess,
} from './rules/modules';
import { unknownProperties } from './rules/properties';
import { Manifest, type Rule } from './rules/shape';
import { indexes } from './rules/storage';

const RULES: Readonly<Record<string, Rule>> = {
  'app-id': appId,
  runtime,
  memory,
  'required-product': requiredProduct,
  indexes,
  schedules,
  queues,
  routes,
  icons,
  'unlicensed-access': unlicensedAccess,
  'post-functions': postFunctions,
  expressions,
  events,
};

export interface Checked {
  readonly rules: number;
  readonly findings: readonly Finding[];
}

/** What Atlassian's validators let pass, and the platform, or whoever installs the app, does not. */
export const checkManifest = (path: string): Checked => checkText(readFileSync(path, 'utf8'));

export function checkText(text: string): Checked {
  const document = parseDocument(text);
  const raw: unknown = document.toJS();
  const manifest = Manifest.parse(raw);
  const found = Object.entries({
    ...Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, rule(manifest)])),
    'unknown-property': unknownProperties(raw),
    comments: uncommented(document),
  });
  const findings = found.flatMap(([by, messages]) =>
    messages.map((message): Finding => ({ by, level: 'error', message, at: 'manifest.yml' })),
  );
  return { rules: found.length, findings };
}
