import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Schema, type Document } from './documents';
import { withNulls } from './exceptions';
import { toJsonSchema } from './json-schema';

/** Jira writes offsets without a colon, which the standard's own pattern does not know. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

interface Ask {
  readonly schema: Schema;
  readonly value: unknown;
}

/** Validates values against the schemas of one document. */
export class Validator {
  private readonly strict: Ajv;
  private readonly coercing: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    const schemas = Object.entries(document.components.schemas);
    const components = {
      schemas: Object.fromEntries(
        schemas.map(([name, each]) => [name, toJsonSchema(withNulls(name, each), true)]),
      ),
    };
    const options = { allErrors: true, strict: false } as const;
    this.strict = prepare(new Ajv(options), components);
    this.coercing = prepare(new Ajv({ ...options, coerceTypes: 'array' }), components);
  }

  /** One sentence for each thing that is wrong with a JSON value. */
  faultsOf(ask: Ask): readonly string[] {
    return this.judge(this.strict, 'value', ask);
  }

  /** The same for the text of a parameter, which may stand for a number, a flag or a list. */
  faultsOfText(ask: Ask): readonly string[] {
    return this.judge(this.coercing, 'text', ask);
  }

  private judge(ajv: Ajv, kind: string, { schema, value }: Ask): readonly string[] {
    const key = `${kind} ${JSON.stringify(schema)}`;
    const validate = this.compiled.get(key) ?? ajv.compile(rooted(toJsonSchema(schema, true)));
    this.compiled.set(key, validate);
    const holder = { value };
    if (validate(holder)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const place = instancePath.replace(/^\/value/, '') || '/';
      return `${place} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
    });
  }
}

/** Coercion writes into what holds the value, so there is always something that holds it. */
const rooted = (schema: Schema): Schema => ({
  type: 'object',
  properties: { value: pointed(schema) },
});

/** References point into the document, which ajv knows by this name. */
function pointed(schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
  return Schema.parse(JSON.parse(text));
}

function prepare(ajv: Ajv, components: unknown): Ajv {
  addFormats(ajv);
  ajv.addFormat('date-time', INSTANT);
  ajv.addSchema({ $id: 'document', components });
  return ajv;
}
