import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const HOME = 'https://developer.atlassian.com/cloud';

/** The OpenAPI documents that the permission linter reads scopes from, and the variable it looks for each one in. */
const DOCUMENTS = [
  {
    variable: 'LOCAL_JIRA_SWAGGER',
    file: 'jira-platform-v3.json',
    at: `${HOME}/jira/platform/swagger-v3.v3.json`,
  },
  {
    variable: 'LOCAL_JSM_SWAGGER',
    file: 'jsm-servicedesk.json',
    at: `${HOME}/jira/service-desk/swagger.v3.json`,
  },
  { variable: 'LOCAL_CONF_SWAGGER', file: 'confluence-v1.json', at: `${HOME}/confluence/swagger.v3.json` },
  {
    variable: 'LOCAL_CONF_V2_SWAGGER',
    file: 'confluence-v2.json',
    at: `${HOME}/confluence/openapi-v2.v3.json`,
  },
];

/** Products that this app never calls: to the linter they have no operations. */
const UNUSED = ['LOCAL_JSW_SWAGGER', 'LOCAL_BB_SWAGGER'];

const Document = z.object({ paths: z.record(z.string(), z.unknown()) });

/** The environment that makes the permission linter read local documents. Missing ones are downloaded once. */
export async function specEnvironment(folder: string, cache: string): Promise<Record<string, string>> {
  mkdirSync(cache, { recursive: true });
  const nothing = join(cache, 'no-operations.json');
  writeFileSync(nothing, JSON.stringify({ paths: {} }));
  const found = await Promise.all(
    DOCUMENTS.map(async ({ variable, file, at }) => {
      const local = join(folder, file);
      const path = existsSync(local) ? local : await download(at, join(cache, file));
      return [variable, readable(path)] as const;
    }),
  );
  const unused = UNUSED.map((variable) => [variable, nothing] as const);
  return Object.fromEntries<string>([['USE_LOCAL_SWAGGER', '1'], ...found, ...unused]);
}

async function download(from: string, to: string): Promise<string> {
  if (existsSync(to)) return to;
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${from} answered ${response.status}. Use --specs to name a folder.`);
  writeFileSync(to, await response.text());
  return to;
}

function readable(path: string): string {
  const { paths } = Document.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (Object.keys(paths).length === 0) throw new Error(`${path} describes no operation.`);
  return path;
}
