import type { FaultEffect } from '../../tools/simulator/faults';

interface SiteDay {
  readonly name: string;
  readonly effect: FaultEffect;
  /** What an administrator reads. */
  readonly says: RegExp;
}

const busy = /Atlassian is busy or out of order\. Try again in a while\./;
const silent = /The site did not answer\. Try again in a moment\./;
const error = (
  status: number,
  more: { body?: string; headers?: Record<string, string> } = {},
): FaultEffect => ({
  kind: 'error',
  status,
  ...more,
});

/** Days on which the site says nothing about the credential. The last one asks to wait. */
export const siteDays: readonly SiteDay[] = [
  { name: '404', effect: error(404), says: /Atlassian found nothing when it was asked to/ },
  { name: '409', effect: error(409), says: /Something else was changed while Atlassian was asked to/ },
  {
    name: '500 with a page',
    effect: error(500, { body: '<html>Oops</html>', headers: { 'content-type': 'text/html' } }),
    says: busy,
  },
  { name: '503', effect: error(503), says: busy },
  { name: 'no answer in time', effect: { kind: 'timeout' }, says: silent },
  { name: 'a cut connection', effect: { kind: 'lose-response' }, says: silent },
  {
    name: 'an answer in an unknown shape',
    effect: { kind: 'answer', body: '{"surprise":true}' },
    says: /Atlassian answered in a form that this app does not know/,
  },
  { name: '429', effect: error(429, { headers: { 'retry-after': '30' } }), says: busy },
];
