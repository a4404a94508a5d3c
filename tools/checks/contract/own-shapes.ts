import type { Operation } from '../../simulator/atlassian/exchange';
import type { SiteResponse } from '../../simulator/atlassian/wire';
import type { Schema } from './documents';

const shape = (properties: Schema, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string' };
const whole = { type: 'integer' };
const flag = { type: 'boolean' };
const texts = { type: 'array', items: text };

/** Jira's ErrorCollection, which most refusals of the document do not name although they are one. */
const jiraError = shape(
  { errorMessages: texts, errors: { type: 'object', additionalProperties: text }, status: whole },
  ['errorMessages', 'errors'],
);
const confluenceError = shape({
  statusCode: whole,
  data: shape({ authorized: flag, valid: flag, errors: { type: 'array' }, successful: flag }),
  message: text,
});
const confluenceV2Error = shape({
  errors: {
    type: 'array',
    minItems: 1,
    items: shape({ status: whole, code: text, title: text, detail: { type: ['string', 'null'] } }),
  },
});

/** Jira Service Management's ErrorResponse. */
const jsmError = shape({
  errorMessage: text,
  i18nErrorMessage: shape({ i18nKey: text, parameters: texts }),
});

const families = {
  jira: jiraError,
  jsm: jsmError,
  'confluence-v1': confluenceError,
  'confluence-v2': confluenceV2Error,
};

/** The site's and the gateway's word for "not you". */
const unauthorized = shape({ message: text, 'status-code': { const: 401 } });
const gateway = shape({ code: { const: 401 }, message: text });

/** A refusal in plain text: too many requests, or an address that is not allowed. */
const isPlain = ({ status, headers }: SiteResponse): boolean =>
  (status === 429 || status === 403) && headers['content-type']?.startsWith('text/plain') === true;

/** What stands before every operation answers in its own shapes, whatever the document says of the operation. */
export const gateShapes = (response: SiteResponse): readonly Schema[] | undefined => {
  if (response.status === 401) return [unauthorized, gateway];
  return isPlain(response) ? [] : undefined;
};

/** The shape of an error for which the document gives none. */
export const errorShape = ({ document }: Operation): Schema => families[document];
