import type { Boot } from './boot';
import { field, textOf } from './read';
import type { Method } from './view';

/** Paths of the places in Jira and Confluence that `router` knows. */
const PLACES: Readonly<Record<string, (location: unknown) => string>> = {
  issue: (to) => `/browse/${part(to, 'issueKey')}`,
  dashboard: (to) => `/jira/dashboards/${part(to, 'dashboardId')}`,
  userProfile: (to) => `/jira/people/${part(to, 'accountId')}`,
  projectSettingsDetails: (to) => `/plugins/servlet/project-config/${part(to, 'projectKey')}`,
  contentView: (to) => `/wiki/pages/viewpage.action?pageId=${part(to, 'contentId')}`,
  contentEdit: (to) => `/wiki/pages/editpage.action?pageId=${part(to, 'contentId')}`,
  spaceView: (to) => `/wiki/spaces/${part(to, 'spaceKey')}`,
};

/** `router.getUrl`: the address on the site itself. */
export function siteAddress(location: unknown, { siteUrl, surface }: Boot): string {
  const target = textOf(location, 'target') ?? '';
  if (target === 'module') {
    const base = surface?.modules[textOf(location, 'moduleKey') ?? ''];
    if (base === undefined) throw new Error('The app has no such module.');
    const path = textOf(location, 'path')?.replace(/^\/+/, '');
    return `${siteUrl}${base}${path ? `/${path}` : ''}`;
  }
  const place = Object.hasOwn(PLACES, target) ? PLACES[target] : undefined;
  if (!place) throw new Error(`The simulated bridge does not know the target ${target}.`);
  return `${siteUrl}${place(location)}`;
}

export const navigator =
  (boot: Boot): Method =>
  (arg) => {
    const address = frameAddress(textOf(arg, 'url') ?? siteAddress(arg, boot), boot.siteUrl);
    if (field(arg, 'type') === 'new-tab') window.open(address, '_blank', 'noopener');
    else window.location.assign(address);
  };

/** What the app calls the site is shown by this frame. Other addresses stay as they are, if a browser may go there. */
function frameAddress(address: string, siteUrl: string): string {
  const url = new URL(address, siteUrl);
  if (url.origin === siteUrl) return `${url.pathname}${url.search}${url.hash}`;
  if (!['https:', 'http:', 'mailto:'].includes(url.protocol))
    throw new Error(`Refused to go to ${url.protocol}.`);
  return url.href;
}

const part = (location: unknown, key: string): string => {
  const found = textOf(location, key);
  if (!found) throw new Error(`The target needs ${key}.`);
  return encodeURIComponent(found);
};
