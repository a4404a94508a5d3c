import type { Reply } from './exchange';
import { html, type Html } from './html';
import { page, type Scene } from './layout';
import type { Refused } from './work-call';
import type { Moment } from './work-shapes';

export interface WorkContent {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
}

/** One page of the service desk. */
export const workPage = (scene: Scene, { main, ...content }: WorkContent): Reply =>
  page(scene, { ...content, main: html`<div class="work">${main}</div>` });

/** What the person may not see, in the site's own words. */
export function refusedPage(scene: Scene, { status, message }: Refused): Reply {
  const title = status === 404 ? 'Not found' : status < 500 ? 'No access' : 'Something went wrong';
  return workPage(scene, {
    title,
    status: status < 500 ? status : 502,
    main: html`<h1>${title}</h1>
      <p>${message}</p>`,
  });
}

export const when = ({ iso8601, friendly }: Moment): Html =>
  html`<time datetime="${iso8601}">${friendly}</time>`;

const LOZENGES: Readonly<Record<string, string>> = {
  DONE: 'done',
  INDETERMINATE: 'progress',
  approved: 'active',
  declined: 'deactivated',
};

/** A status by its category, or a decision. */
export const statusLozenge = (words: string, kind: string): Html =>
  html`<span class="lozenge lozenge-${LOZENGES[kind] ?? 'new'}">${words}</span>`;

export interface Crumb {
  readonly href: string;
  readonly name: string;
}

export const crumbs = (...way: readonly Crumb[]): Html =>
  html`<nav class="row crumbs" aria-label="Breadcrumbs">
    ${way.map(({ href, name }) => html`<a href="${href}">${name}</a>`)}
  </nav>`;

export const tab = (href: string, label: string, here: boolean): Html =>
  html`<a href="${href}" ${here && html` aria-current="page"`}>${label}</a>`;

/** A refused act is told at the top of the page, where a screen reader hears it at once. */
export const alert = (message: string | undefined): Html | undefined =>
  message === undefined ? undefined : html`<p class="alert" role="alert">${message}</p>`;
