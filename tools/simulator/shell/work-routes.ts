import { issuePage } from './agent-issue';
import { projectsPage, queuePage } from './agent-queue';
import { Refusal, type Reply } from './exchange';
import { html } from './html';
import type { Scene } from './layout';
import { createPage } from './portal-create';
import { portalPage, portalsPage } from './portal-desks';
import { requestPage } from './portal-request';
import { requestsPage } from './portal-requests';
import { requireSameOrigin } from './same-origin';
import { workPage } from './work-page';

interface Route {
  readonly path: RegExp;
  readonly page: (scene: Scene, ...parts: readonly string[]) => Promise<Reply>;
  /** Only what has a form is sent one. */
  readonly form?: true;
}

const ID = '([^/]+)';
const PORTAL = `/servicedesk/customer/portal/${ID}`;
const KEY = '([A-Za-z][A-Za-z0-9_]*-\\d+)';

/** The service desk's own pages, at the paths that they have in Jira. */
const ROUTES: readonly Route[] = [
  { path: /^\/servicedesk\/customer(?:\/portals)?\/?$/, page: portalsPage },
  { path: /^\/servicedesk\/customer\/user\/requests$/, page: requestsPage },
  { path: new RegExp(`^${PORTAL}$`), page: (scene, id = '') => portalPage(scene, id) },
  {
    path: new RegExp(`^${PORTAL}/create/${ID}$`),
    page: (scene, id = '', type = '') => createPage(scene, id, type),
    form: true,
  },
  {
    path: new RegExp(`^${PORTAL}/${KEY}$`),
    page: (scene, id = '', key = '') => requestPage(scene, id, key),
    form: true,
  },
  { path: new RegExp(`^/browse/${KEY}$`), page: (scene, key = '') => issuePage(scene, key), form: true },
  { path: /^\/jira\/servicedesk\/projects\/?$/, page: projectsPage },
  {
    path: new RegExp(`^/jira/servicedesk/projects/${ID}/queues$`),
    page: (scene, key = '') => queuePage(scene, key),
  },
];

/** Undefined for a path of somebody else's. */
export async function answerWork(scene: Scene): Promise<Reply | undefined> {
  const { method, url } = scene.ask;
  const route = ROUTES.find(({ path }) => path.test(url.pathname));
  if (!route) return undefined;
  if (method === 'POST' && route.form) requireSameOrigin(scene.ask, url.origin);
  else if (method !== 'GET' && method !== 'HEAD') throw new Refusal(405, 'This page is only read.');
  if (!scene.session.person) return loggedOut(scene);
  const parts = route.path.exec(url.pathname)?.slice(1) ?? [];
  return route.page(scene, ...parts.map(decodeURIComponent));
}

const loggedOut = (scene: Scene): Reply =>
  workPage(scene, {
    title: 'Log in',
    status: 401,
    main: html`<h1>Log in</h1>
      <p>Log in to see this page.</p>`,
  });
