/** One configured instance of a connector. How it signs in is kept apart and known here only by `credentialId`. */
export interface Connection {
  readonly id: string;
  readonly version: number;
  readonly connector: string;
  readonly name: string;
  /** Account id. */
  readonly applicationAdmin: string;
  /** Group ids. */
  readonly defaultGroups: readonly string[];
  /** When they were chosen anew. Absent: they are those that it was made with. */
  readonly groupsChangedAt?: Date;
  /** ISO date `YYYY-MM-DD`, as an administrator recorded it: a token cannot be asked for its end. */
  readonly tokenExpiresOn?: string;
  readonly credentialId: string;
  /** Account id of whom the credential belongs to. */
  readonly account: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Names are told apart as people tell them apart: ignoring case, width and surrounding or doubled blanks. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase().toLowerCase();

type Described = Pick<Connection, 'name' | 'applicationAdmin' | 'defaultGroups' | 'tokenExpiresOn'>;

/** The names of the fields in which two descriptions of a connection differ. */
export function changedFields(before: Described, after: Described): readonly string[] {
  const same: Record<keyof Described, boolean> = {
    name: before.name === after.name,
    applicationAdmin: before.applicationAdmin === after.applicationAdmin,
    defaultGroups: [...before.defaultGroups].sort().join() === [...after.defaultGroups].sort().join(),
    tokenExpiresOn: before.tokenExpiresOn === after.tokenExpiresOn,
  };
  return Object.entries(same).flatMap(([field, unchanged]) => (unchanged ? [] : [field]));
}
