import type { Ask, Reply } from './exchange';
import { text } from './exchange';
import { html, jsonScript, type Html } from './html';
import type { Origins } from './origins';
import { personas } from './personas';
import { cookieName, type Session } from './session';
import type { Stage } from './stage';
import type { Surface } from './surfaces';
import { htmlAttributes } from './theme';

/** All that a page of the frame is made from. */
export interface Scene {
  readonly ask: Ask;
  readonly stage: Stage;
  readonly origins: Origins;
  readonly session: Session;
  readonly surfaces: readonly Surface[];
}

interface Content {
  readonly title: string;
  readonly main: Html;
  readonly sidebar?: Html;
  /** What the frame's scripts get on a page that shows the app. */
  readonly surface?: unknown;
  readonly status?: number;
}

/** One page of Jira: the bar at the top, a sidebar if the page has one, and what it is about. */
export function page(scene: Scene, content: Content): Reply {
  const { stage, origins, session } = scene;
  const boot = {
    appOrigin: origins.app,
    siteUrl: stage.site.baseUrl,
    themeCookie: cookieName('theme', origins.frame),
    surface: content.surface,
  };
  const theme = htmlAttributes(session.colorMode);
  const document = html`<!doctype html>
    <html lang="en" data-theme="${theme['data-theme']}" data-color-mode="${session.colorMode}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.title} - Jira</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_shell/tokens.css" />
        <link rel="stylesheet" href="/_shell/frame.css" />
        <script src="/_shell/frame.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${topBar(scene)}
        <div class="columns">
          ${content.sidebar}
          <main id="main" tabindex="-1">${content.main}</main>
        </div>
        <div id="flags" role="region" aria-label="Notifications"></div>
        ${jsonScript('boot', boot)}
      </body>
    </html>`;
  const reply = text(content.status ?? 200, document.source, 'text/html');
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': framePolicy(origins) } };
}

/** The frame runs its own scripts only, and shows the app's origin only. Nobody frames the frame. */
const framePolicy = ({ app }: Origins) =>
  [
    "default-src 'self'",
    `img-src 'self' data: ${app}`,
    `frame-src ${app}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

const topBar = (scene: Scene): Html =>
  html`<header class="bar">
    <a class="brand" href="/">Jira</a>
    <nav aria-label="Jira">
      ${menu(
        'Apps',
        scene.surfaces.filter(({ type }) => type === 'jira:globalPage'),
      )}
      ${menu(
        'Settings',
        scene.surfaces.filter(({ type }) => type === 'jira:adminPage'),
      )}
      <a href="/servicedesk/customer/portals">Portal</a>
      <a href="/jira/servicedesk/projects">Queues</a>
      <a href="/directory">Directory</a>
    </nav>
    <div class="tools">
      ${clock()}
      <button type="button" id="theme-toggle" aria-pressed="${String(scene.session.colorMode === 'dark')}">
        Dark theme
      </button>
      ${personas(scene)}
    </div>
  </header>`;

const menu = (label: string, entries: readonly Surface[]): Html =>
  html`<details class="menu">
    <summary>${label}</summary>
    <ul>
      ${entries.map(menuLink)}
    </ul>
  </details>`;

const menuLink = ({ base, title, isConfigure }: Surface): Html =>
  html`<li><a href="${base}">${title}${isConfigure && ': Configure'}</a></li>`;

const STEPS = [
  ['PT1H', '+1 hour'],
  ['PT8H', '+8 hours'],
  ['P1D', '+1 day'],
  ['P30D', '+30 days'],
] as const;

const clock = (): Html =>
  html`<details class="menu clock">
    <summary><span class="hidden">Clock: </span><time id="clock-now"></time></summary>
    <div>
      <p>Queues, schedules, token expiry and delays follow this clock.</p>
      <div class="row">
        ${STEPS.map(([duration, label]) => html`<button type="button" data-advance="${duration}">${label}</button>`)}
      </div>
      <form id="clock-form" class="row">
        <label for="clock-custom">Other duration</label>
        <input id="clock-custom" name="duration" placeholder="PT8H" autocomplete="off" required />
        <button>Advance</button>
      </form>
      <p id="clock-status" role="status"></p>
    </div>
  </details>`;
