import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerBridge } from './bridge-routes';
import { bundle } from './bundle';
import { directoryPage } from './directory-page';
import { json, redirect, text, type Ask, type Reply } from './exchange';
import { html } from './html';
import { page, type Scene } from './layout';
import { readManifest } from './manifest';
import type { Origins } from './origins';
import { answerRest, isRest } from './rest';
import { answerScript } from './script-routes';
import { readSession } from './session';
import type { Stage } from './stage';
import { surfaceAt, surfacesOf } from './surfaces';
import { surfacePage } from './surface-page';
import { pageTheme, tokenStylesheet } from './theme';
import { answerWork } from './work-routes';

export interface Frame {
  readonly stage: Stage;
  readonly reset: () => Promise<void>;
  readonly origins: Origins;
  /** Folder of the manifest. */
  readonly root: string;
}

/** Everything on the frame's origin: the API, the script interface, the bridge's server side, the pages. */
export async function answerFrame(ask: Ask, frame: Frame): Promise<Reply> {
  const { pathname } = ask.url;
  if (isRest(pathname)) return answerRest(ask, frame.stage);
  if (pathname.startsWith('/_simulator/')) return answerScript(ask, frame);
  const session = readSession(ask, frame.stage);
  const bridged = await answerBridge(ask, { stage: frame.stage, session });
  if (bridged) return bridged;
  const scene = { ask, session, ...sceneOf(frame) };
  const worked = await answerWork(scene);
  if (worked) return worked;
  if (ask.method !== 'GET' && ask.method !== 'HEAD') return text(405, 'Pages are only read.');
  return (await asset(pathname)) ?? framePage(scene, frame.root);
}

function sceneOf({ stage, origins, root }: Frame): Omit<Scene, 'ask' | 'session'> {
  return { stage, origins, surfaces: surfacesOf(readManifest(root), stage.installation.environmentId) };
}

async function asset(pathname: string): Promise<Reply | undefined> {
  switch (pathname) {
    case '/_shell/frame.js':
      return text(200, bundle('frame'), 'text/javascript');
    case '/_shell/frame.css':
      return text(200, stylesheet(), 'text/css');
    case '/_shell/tokens.css':
      return text(200, await tokenStylesheet(), 'text/css');
    case '/_shell/theme/light':
      return json(200, await pageTheme('light'));
    case '/_shell/theme/dark':
      return json(200, await pageTheme('dark'));
    default:
      return undefined;
  }
}

const STYLES = ['base', 'bar', 'columns', 'directory', 'work', 'overlays'];

const stylesheet = () =>
  STYLES.map((name) => readFileSync(join(__dirname, 'pages', `${name}.css`), 'utf8')).join('\n');

async function framePage(scene: Scene, root: string): Promise<Reply> {
  const { pathname } = scene.ask.url;
  const first = scene.surfaces[0];
  if (pathname === '/') return first ? redirect(first.base) : notFound(scene);
  const [, profile] = /^\/jira\/people\/([^/]+)$/.exec(pathname) ?? [];
  if (profile) return redirect(`/directory/people/${profile}`);
  if (/^\/directory(\/|$)/.test(pathname)) return directoryPage(scene) ?? notFound(scene);
  const surface = surfaceAt(scene.surfaces, pathname);
  return surface ? surfacePage(scene, surface, root) : notFound(scene);
}

const notFound = (scene: Scene): Reply =>
  page(scene, {
    title: 'Not found',
    status: 404,
    main: html`<h1>Not found</h1>
      <p>The simulator has no page at ${scene.ask.url.pathname}.</p>`,
  });
