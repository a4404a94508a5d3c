import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DocumentName, Operation } from '../../simulator/atlassian/exchange';

const PUBLISHED = 'https://dac-static.atlassian.com/cloud';

/** Atlassian's OpenAPI documents: the name of the local file, and where Atlassian publishes it. */
const SOURCES = {
  jira: { file: 'jira-platform-v3.json', at: `${PUBLISHED}/jira/platform/swagger-v3.v3.json` },
  jsm: { file: 'jsm-servicedesk.json', at: `${PUBLISHED}/jira/service-desk/swagger.v3.json` },
  'confluence-v1': { file: 'confluence-v1.json', at: `${PUBLISHED}/confluence/swagger.v3.json` },
  'confluence-v2': { file: 'confluence-v2.json', at: `${PUBLISHED}/confluence/openapi-v2.v3.json` },
} as const;

export const Schema = z.record(z.string(), z.unknown());
export type Schema = z.output<typeof Schema>;
const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path', 'header', 'cookie']),
  required: z.boolean().default(false),
  schema: Schema.default({}),
});

export type Parameter = z.output<typeof Parameter>;

const Reference = z.object({ $ref: z.string() });
const Body = z.object({ content: Content });
const Described = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([Parameter, Reference])).default([]),
  requestBody: z.union([Body, Reference]).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: Content.default({}), headers: z.record(z.string(), z.unknown()).default({}) }),
  ),
  'x-atlassian-oauth2-scopes': z.array(z.object({ scopes: z.array(z.string()) })).default([]),
});
export type Described = z.output<typeof Described>;

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter).default({}),
    requestBodies: z.record(z.string(), Body).default({}),
  }),
});
export type Document = z.output<typeof Document>;
export type Documents = Readonly<Record<DocumentName, Document>>;

/** Reads the documents from a folder; what is not there comes from where Atlassian publishes it. */
export async function loadDocuments(folder: string): Promise<Documents> {
  const load = async ({ file, at }: { readonly file: string; readonly at: string }): Promise<Document> => {
    const local = join(folder, file);
    return Document.parse(JSON.parse(existsSync(local) ? readFileSync(local, 'utf8') : await download(at)));
  };
  const [jira, jsm, v1, v2] = await Promise.all([
    load(SOURCES.jira),
    load(SOURCES.jsm),
    load(SOURCES['confluence-v1']),
    load(SOURCES['confluence-v2']),
  ]);
  return { jira, jsm, 'confluence-v1': v1, 'confluence-v2': v2 };
}

async function download(from: string): Promise<string> {
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${from} answered ${response.status}. Use --specs to name a folder.`);
  return response.text();
}

/** What the document says about an operation. Throws when it knows no such operation under that path. */
export function describedAs(documents: Documents, operation: Operation): Described {
  const { document, template, method, operationId } = operation;
  const raw = documents[document].paths[template]?.[method.toLowerCase()];
  if (raw === undefined) throw new Error(`${document} has no ${method} ${template}.`);
  const described = Described.parse(raw);
  if (described.operationId !== operationId) {
    throw new Error(`${method} ${template} is called ${described.operationId}, not ${operationId}.`);
  }
  return described;
}

const nameOf = ({ $ref }: z.output<typeof Reference>): string => $ref.split('/').at(-1) ?? '';

/** The parameters that an operation takes. */
export const parametersOf = ({ components }: Document, { parameters }: Described): readonly Parameter[] =>
  parameters.flatMap((each) => ('$ref' in each ? (components.parameters[nameOf(each)] ?? []) : each));

/** The schema of an operation's request body, when it takes one. */
export function bodySchema(document: Document, { requestBody }: Described): Schema | undefined {
  if (requestBody === undefined) return undefined;
  const body = '$ref' in requestBody ? document.components.requestBodies[nameOf(requestBody)] : requestBody;
  return body?.content['application/json']?.schema;
}
