import type { Operation } from '../../simulator/atlassian/exchange';
import type { SiteRequest, SiteResponse } from '../../simulator/atlassian/wire';
import {
  bodySchema,
  describedAs,
  parametersOf,
  type Described,
  type Documents,
  type Schema,
} from './documents';
import { isExcepted } from './exceptions';
import { errorShape, gateShapes } from './own-shapes';
import { judgeRequest } from './request';
import { Validator } from './validator';

export interface Exchanged {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly request: SiteRequest;
  readonly response: SiteResponse;
}

/** Holds what was said against Atlassian's documents. */
export class Judge {
  private readonly validators;

  constructor(private readonly documents: Documents) {
    this.validators = {
      jira: new Validator(documents.jira),
      jsm: new Validator(documents.jsm),
      'confluence-v1': new Validator(documents['confluence-v1']),
      'confluence-v2': new Validator(documents['confluence-v2']),
    };
  }

  described(operation: Operation): Described {
    return describedAs(this.documents, operation);
  }

  /** What is wrong with the request. */
  faultsOfRequest({ operation, path, request }: Exchanged): readonly string[] {
    const described = this.described(operation);
    const document = this.documents[operation.document];
    const schema = bodySchema(document, described);
    const parameters = parametersOf(document, described);
    const validator = this.validators[operation.document];
    return judgeRequest({ parameters, validator, ...(schema && { bodySchema: schema }) }, request, path);
  }

  /** What is wrong with the answer. */
  faultsOfResponse({ operation, response }: Exchanged): readonly string[] {
    const documented = this.described(operation).responses[String(response.status)];
    if (!documented && !isExcepted(operation, response.status))
      return [`${response.status} is not documented`];
    const schema = documented?.content['application/json']?.schema;
    const headers = Object.keys(documented?.headers ?? {}).map((name) => name.toLowerCase());
    const missing = headers.filter((name) => response.headers[name] === undefined);
    const own = gateShapes(response);
    if (!own && schema && saysNothing(schema)) return judgeAnything(response);
    const shapes = own ?? (schema && [schema]);
    return [
      ...missing.map((name) => `the documented header ${name} is missing`),
      ...(shapes
        ? this.faultsOfJson(operation, response, shapes)
        : this.faultsWithoutSchema(operation, response)),
    ];
  }

  /** A success without a schema has no body; an error without one has the shape of its API. */
  private faultsWithoutSchema(operation: Operation, response: SiteResponse): readonly string[] {
    const { status, body } = response;
    if (status < 300 || status === 415) return body === '' ? [] : ['a body where the document has none'];
    return this.faultsOfJson(operation, response, [errorShape(operation)]);
  }

  /** Nothing, when one of the schemas fits. Without schemas, any text will do. */
  private faultsOfJson({ document }: Operation, { headers, body }: SiteResponse, schemas: readonly object[]) {
    if (schemas.length === 0) return body === '' ? ['an empty refusal'] : [];
    const type = headers['content-type'] ?? 'no content type';
    if (!type.startsWith('application/json')) return [`${type} in place of application/json`];
    const value: unknown = JSON.parse(body);
    const faults = schemas.map((schema) =>
      this.validators[document].faultsOf({ schema: { ...schema }, value }),
    );
    return faults.some((each) => each.length === 0) ? [] : (faults[0] ?? []);
  }
}

/** The document has a schema without a word in it: any JSON will do, or nothing at all. A 204 never has a body. */
const saysNothing = (schema: Schema): boolean => Object.keys(schema).length === 0;

function judgeAnything({ status, body }: SiteResponse): readonly string[] {
  if (body === '') return [];
  if (status === 204) return ['a body where the document has none'];
  JSON.parse(body);
  return [];
}
