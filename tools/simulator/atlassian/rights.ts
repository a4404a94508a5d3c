import { administersJira, canUseConfluence, holdsPermission, isSiteAdmin, usesJira } from './access';
import type { Asker, Exchange } from './exchange';
import type { Person } from './model';
import type { View } from './view';

/** What a caller may do on the site. */
export interface Rights {
  readonly usesJira: boolean;
  readonly usesConfluence: boolean;
  /** Jira's global permission "Browse users and groups". */
  readonly browses: boolean;
  /** Jira's global permission "Administer Jira". */
  readonly administersJira: boolean;
  /** May change groups: a site or organisation admin. Never an app. */
  readonly siteAdmin: boolean;
}

const NONE: Rights = {
  usesJira: false,
  usesConfluence: false,
  browses: false,
  administersJira: false,
  siteAdmin: false,
};

export const personOf = (asker: Asker): Person | undefined =>
  asker.kind === 'anonymous' ? undefined : asker.person;

export function rightsOf({ asker, view }: Pick<Exchange, 'asker' | 'view'>): Rights {
  const person = personOf(asker);
  if (!person) return NONE;
  if (asker.kind === 'app') return rightsOfApp(view, asker.person, asker.scopes);
  const jira = usesJira(view, person);
  const administers = jira && administersJira(view, person);
  return {
    usesJira: jira,
    usesConfluence: canUseConfluence(view, person),
    browses: administers || (jira && holdsPermission(view, person, 'USER_PICKER')),
    administersJira: administers,
    siteAdmin: isSiteAdmin(view, person),
  };
}

/** An app administers Jira by its scope, and never the site. */
const rightsOfApp = (view: View, person: Person, scopes: readonly string[]): Rights => ({
  usesJira: usesJira(view, person),
  usesConfluence: canUseConfluence(view, person),
  browses: true,
  administersJira: scopes.includes('manage:jira-configuration'),
  siteAdmin: false,
});
