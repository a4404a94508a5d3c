import type { SiteResponse } from './wire';

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SiteResponse => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
});

export const empty = (status: number): SiteResponse => ({ status, headers: {}, body: '' });

export const text = (status: number, body: string, type = 'text/plain;charset=UTF-8'): SiteResponse => ({
  status,
  headers: { 'content-type': type },
  body,
});

/** Jira's ErrorCollection. */
export const jiraError = (status: number, ...errorMessages: readonly string[]): SiteResponse =>
  json(status, { errorMessages, errors: {} });

/** The error body of Confluence's REST API v1. */
export const confluenceError = (status: number, message: string): SiteResponse =>
  json(status, {
    statusCode: status,
    data: {
      authorized: status !== 401 && status !== 403,
      valid: status !== 400,
      errors: [],
      successful: false,
    },
    message,
  });

/** The error body of Confluence's REST API v2. */
export const confluenceV2Error = (status: number, code: string, title: string): SiteResponse =>
  json(status, { errors: [{ status, code, title, detail: null }] });

/** The error body of Jira Service Management. */
export const jsmError = (status: number, errorMessage: string, i18nKey: string): SiteResponse =>
  json(status, { errorMessage, i18nErrorMessage: { i18nKey, parameters: [] } });

/** The gateway's own refusals. */
export const gatewayError = (status: number, message: string): SiteResponse =>
  json(status, { code: status, message });
