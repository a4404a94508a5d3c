/** Who counts as an administrator of the organisation or the site, as the admins of this app see it. */
export interface Settings {
  readonly version: number;
  /** Names of groups. The defaults are Atlassian's own; they can be renamed, so they can be changed here. */
  readonly adminGroups: readonly string[];
  /** Membership in a named group is required, whatever else is proven. */
  readonly strict: boolean;
}

export const defaultSettings: Settings = {
  version: 0,
  adminGroups: ['org-admins', 'site-admins'],
  strict: false,
};
