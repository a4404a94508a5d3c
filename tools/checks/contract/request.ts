import type { SiteRequest } from '../../simulator/atlassian/wire';
import type { Parameter, Schema } from './documents';
import type { Validator } from './validator';

interface Law {
  readonly parameters: readonly Parameter[];
  readonly validator: Validator;
  readonly bodySchema?: Schema;
}

type Values = Readonly<Record<string, string>>;

/** What is wrong with a request: parameters that do not exist, are missing or do not fit, and its body. */
export function judgeRequest(law: Law, request: SiteRequest, path: Values): readonly string[] {
  return [...judgeParameters(law, request, path), ...judgeBody(law, request)];
}

function judgeParameters(
  { parameters, validator }: Law,
  { url }: SiteRequest,
  path: Values,
): readonly string[] {
  const declared = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !declared.includes(name));
  const wrong = parameters.flatMap(({ name, in: place, required, schema }) => {
    const given = place === 'path' ? [path[name] ?? ''] : url.searchParams.getAll(name);
    if (given.length === 0) return required ? [`the parameter ${name} is missing`] : [];
    const value = schema['type'] === 'array' ? given : given[0];
    return validator.faultsOfText({ schema, value }).map((fault) => `the parameter ${name}: ${fault}`);
  });
  return [...unknown.map((name) => `there is no parameter ${name}`), ...wrong];
}

function judgeBody({ validator, bodySchema }: Law, { body, headers }: SiteRequest): readonly string[] {
  if (!bodySchema) return body === undefined ? [] : ['a body where none is taken'];
  if (body === undefined) return ['the body is missing'];
  if (!headers['content-type']?.startsWith('application/json'))
    return ['the body does not say that it is JSON'];
  try {
    return validator
      .faultsOf({ schema: bodySchema, value: JSON.parse(body) })
      .map((fault) => `the body: ${fault}`);
  } catch {
    return ['the body is not JSON'];
  }
}
