import type { SiteResponse } from '../../atlassian/wire';

export const answer = (status: number, body?: object): SiteResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: body ? JSON.stringify(body) : '',
});
