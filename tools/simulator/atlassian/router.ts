import { documentOf } from './address';
import { confluenceOperations } from './confluence/operations';
import type { Operation } from './exchange';
import { jiraOperations } from './jira/operations';
import { jsmOperations } from './jsm/operations';

/** Every operation that the site plays. */
export const operations: readonly Operation[] = [
  ...jiraOperations,
  ...jsmOperations,
  ...confluenceOperations,
];

const PREFIX = { jira: '', jsm: '', 'confluence-v1': '', 'confluence-v2': '/wiki/api/v2' } as const;

/** The path on the site, with the parameters of the document's template. */
export const pathOf = ({ document, template }: Operation): string => `${PREFIX[document]}${template}`;

interface Route {
  readonly operation: Operation;
  readonly pattern: RegExp;
}

const routes: readonly Route[] = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${pathOf(operation).replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

export type Found =
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      readonly path: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'wrong-method'; readonly allow: readonly string[] }
  | { readonly kind: 'nothing' };

export function findOperation(method: string, pathname: string): Found {
  const here = routes.filter(
    ({ pattern, operation }) => operation.document === documentOf(pathname) && pattern.test(pathname),
  );
  if (here.length === 0) return { kind: 'nothing' };
  const route = here.find(({ operation }) => operation.method === method);
  if (!route) return { kind: 'wrong-method', allow: here.map(({ operation }) => operation.method) };
  const groups = route.pattern.exec(pathname)?.groups ?? {};
  const path = Object.fromEntries(Object.entries(groups).map(([name, raw]) => [name, decode(raw)]));
  return { kind: 'operation', operation: route.operation, path };
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
