/** The weather on a site: what is configured or out of order there, as opposed to undocumented. */
export interface Conditions {
  /** How long reads lag behind, in milliseconds of virtual time. */
  readonly lagMs: {
    membership: number;
    person: number;
    status: number;
    role: number;
    /** Confluence's search index, on top of the others. */
    index: number;
    /** Jira's search index: JQL finds an issue's change only then. */
    issueIndex: number;
    /** Invitations by e-mail are carried out later than they are answered. */
    invitation: number;
  };
  /** The site's IP allowlist does not name us. */
  ipRejected: boolean;
  /** The body of a 401 on the site's own address. */
  unauthorizedBody: 'json' | 'text' | 'html' | 'empty';
  /** Jira cannot list groups by access: 500. */
  groupAccessFails: boolean;
  /** Jira takes longer than ten seconds to list all people: 409. */
  peopleListSlow: boolean;
  /** The organisation has switched off Confluence's calls by e-mail: 503. */
  accessByEmailOff: boolean;
  /** How many requests a second one token may make, where `tokenRateLimit` sets any limit. */
  tokenRequestsPerSecond: number;
}

export const fairWeather = (): Conditions => ({
  lagMs: { membership: 0, person: 0, status: 0, role: 0, index: 0, issueIndex: 0, invitation: 2_000 },
  ipRejected: false,
  unauthorizedBody: 'json',
  groupAccessFails: false,
  peopleListSlow: false,
  accessByEmailOff: false,
  tokenRequestsPerSecond: 10,
});
