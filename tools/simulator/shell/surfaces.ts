import type { Manifest, ManifestSection, ManifestSurface } from './manifest';

/** A place in Jira that shows the app. */
export interface Surface {
  readonly type: 'jira:globalPage' | 'jira:adminPage';
  readonly moduleKey: string;
  readonly title: string;
  /** `resource` or `resource/entry`. */
  readonly resource: string;
  /** Path in Jira, without a trailing slash. The rest of the path is the app's own. */
  readonly base: string;
  readonly sections: readonly ManifestSection[];
  readonly isConfigure: boolean;
  readonly unlicensedAccess: readonly string[];
}

/** Paths as Jira has them: `/jira/apps/{appId}/{envId}`, `/jira/settings/apps/[configure/]{appId}/{envId}`. */
export function surfacesOf({ app, modules }: Manifest, environmentId: string): readonly Surface[] {
  const place = `${uuidOf(app.id)}/${environmentId}`;
  return [
    ...modules['jira:globalPage'].map((entry) => surface('jira:globalPage', entry, `/jira/apps/${place}`)),
    ...modules['jira:adminPage'].map((entry) =>
      surface(
        'jira:adminPage',
        entry,
        `/jira/settings/apps/${entry.useAsConfig ? 'configure/' : ''}${place}`,
      ),
    ),
  ];
}

function surface(type: Surface['type'], entry: ManifestSurface, base: string): Surface {
  return {
    type,
    base,
    moduleKey: entry.key,
    title: entry.title,
    resource: entry.resource,
    sections: entry.sections ?? (entry.pages ? [{ pages: entry.pages }] : []),
    isConfigure: entry.useAsConfig ?? false,
    unlicensedAccess: entry.unlicensedAccess ?? [],
  };
}

export const surfaceAt = (surfaces: readonly Surface[], path: string): Surface | undefined =>
  surfaces.find(({ base }) => path === base || path.startsWith(`${base}/`));

export const uuidOf = (appId: string) => appId.slice(appId.lastIndexOf('/') + 1);
