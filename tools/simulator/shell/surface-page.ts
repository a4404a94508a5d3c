import type { Reply } from './exchange';
import { html, type Html } from './html';
import { page, type Scene } from './layout';
import { readManifest, type Manifest, type ManifestPage, type ManifestSection } from './manifest';
import type { Origins } from './origins';
import { siteAnswer } from './rest';
import { uuidOf, type Surface } from './surfaces';
import { themeState } from './theme';

/** A page of Jira that shows the app: its sidebar as the manifest declares it, and its iframe. */
export async function surfacePage(scene: Scene, surface: Surface, root: string): Promise<Reply> {
  const wall = await wallFor(scene, surface);
  if (wall)
    return page(scene, {
      ...wall,
      main: html`<h1>${wall.title}</h1>
        <p>${wall.reason}</p>`,
    });
  const manifest = readManifest(root);
  return page(scene, {
    title: surface.title,
    main: html`<div id="app"></div>`,
    ...(surface.sections.length > 0 ? { sidebar: sidebar(surface, scene.origins) } : {}),
    surface: await bootOf(scene, surface, manifest),
  });
}

interface Wall {
  readonly title: string;
  readonly reason: string;
  readonly status: number;
}

/** Who does not get to see the page at all. What the app's functions allow is the app's own affair. */
async function wallFor(
  { stage, session: { person, principal } }: Scene,
  surface: Surface,
): Promise<Wall | undefined> {
  const isInvited = surface.unlicensedAccess.includes(principal.accountType);
  if (!person && !isInvited)
    return { title: 'Log in', reason: 'Log in to Jira to see this page.', status: 401 };
  if (principal.accountType !== 'licensed' && !isInvited) {
    return {
      title: 'No access to Jira',
      reason: 'This account has no access to Jira on this site.',
      status: 403,
    };
  }
  if (surface.type !== 'jira:adminPage') return undefined;
  const answer = await siteAnswer(stage, principal, '/rest/api/3/mypermissions?permissions=ADMINISTER');
  if (answer.permissions?.ADMINISTER?.havePermission === true) return undefined;
  return { title: 'No permission', reason: 'Only Jira administrators see Jira settings.', status: 403 };
}

const sidebar = (surface: Surface, origins: Origins): Html =>
  html`<nav class="sidebar" aria-label="${surface.title}">
    <h2>${surface.title}</h2>
    ${surface.sections.map((section) => sectionOf(section, surface, origins))}
  </nav>`;

const sectionOf = ({ header, pages }: ManifestSection, surface: Surface, origins: Origins): Html =>
  html`${header && html`<h3>${header}</h3>`}
    <ul>
      ${pages.map((entry) => linkOf(entry, surface, origins))}
    </ul>`;

const linkOf = ({ title, route, icon }: ManifestPage, { base }: Surface, origins: Origins): Html =>
  html`<li><a data-route href="${base}/${route}">${iconOf(icon, origins)}${title}</a></li>`;

/** `resource:admin-page;connections.svg` lies among the app's own files. */
function iconOf(icon: string | undefined, { app }: Origins): Html | undefined {
  const [, key, file] = /^resource:([^;]+);(.+)$/.exec(icon ?? '') ?? [];
  const source = key && file ? `${app}/app/${key}/${file}` : icon;
  return source === undefined ? undefined : html`<img src="${source}" alt="" width="16" height="16" />`;
}

async function bootOf({ stage, origins, session, surfaces }: Scene, surface: Surface, manifest: Manifest) {
  const { site } = stage;
  const { environmentId, environmentType } = stage.installation;
  const { person, principal } = session;
  const profile = person && (await siteAnswer(stage, principal, '/rest/api/3/myself'));
  return {
    moduleKey: surface.moduleKey,
    type: surface.type,
    title: surface.title,
    base: surface.base,
    resource: surface.resource,
    sources: sourcesOf(manifest, origins),
    modules: Object.fromEntries(surfaces.map(({ moduleKey, base }) => [moduleKey, base])),
    context: {
      accountId: person?.accountId,
      cloudId: site.cloudId,
      localId: `ari:cloud:ecosystem::extension/${uuidOf(manifest.app.id)}/${environmentId}/static/${surface.moduleKey}`,
      moduleKey: surface.moduleKey,
      environmentId,
      environmentType,
      locale: profile?.locale ?? 'en_US',
      timezone: profile?.timeZone ?? 'Etc/UTC',
      theme: themeState(session.colorMode),
      permissions: {
        scopes: manifest.permissions?.scopes ?? [],
        external: manifest.permissions?.external ?? {},
      },
    },
  };
}

/** The address of every page that the manifest's resources name. */
const sourcesOf = (manifest: Manifest, { app }: Origins): Readonly<Record<string, string>> =>
  Object.fromEntries(
    manifest.resources.flatMap(({ key, entry = {} }): readonly (readonly [string, string])[] => [
      [key, `${app}/app/${key}/index.html`],
      ...Object.entries(entry).map(
        ([name, file]) => [`${key}/${name}`, `${app}/app/${key}/${file}`] as const,
      ),
    ]),
  );
