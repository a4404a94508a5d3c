import { z } from 'zod';

/** What a group can open: a Jira application, Confluence, the whole site or the organisation. */
export const resources = [
  'jira-software',
  'jira-servicedesk',
  'jira-core',
  'jira-product-discovery',
  'confluence',
  'site',
  'org',
] as const;
export const roles = ['user', 'admin', 'guest', 'user-access-admin', 'site-admin', 'org-admin'] as const;
export type Resource = (typeof resources)[number];
export type Role = (typeof roles)[number];

export const personShape = z.strictObject({
  accountId: z.string(),
  accountType: z.enum(['atlassian', 'app', 'customer']),
  displayName: z.string(),
  title: z.string().exactOptional(),
  email: z.string(),
  /** Shown to everybody. Hidden addresses are seen by their owner, and by admins when the organisation manages them. */
  emailVisible: z.boolean(),
  managed: z.boolean(),
  /** The Atlassian account itself: `inactive` is deactivated, `closed` is deleted. */
  accountStatus: z.enum(['active', 'inactive', 'closed']),
  /** The account on this site. A suspended person keeps the memberships; `none` has left the site. */
  membershipStatus: z.enum(['active', 'suspended', 'none']),
  /** Since 2026 the role is assigned to the person: no group gives it. */
  orgAdmin: z.boolean(),
  projectAdmin: z.boolean(),
  timeZone: z.string(),
});
export type Person = Readonly<z.infer<typeof personShape>>;

export const groupShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  managedBy: z.enum(['EXTERNAL', 'ADMINS', 'TEAM_MEMBERS', 'OPEN']),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION', 'ADMIN_OVERSIGHT']),
  roles: z.array(z.strictObject({ resource: z.enum(resources), role: z.enum(roles) })),
  /** Jira's global permissions that members hold, e.g. `USER_PICKER` (Browse users and groups). */
  permissions: z.array(z.string()),
});
export type Group = Readonly<z.infer<typeof groupShape>>;

/** An API token as the site knows it: never its text, only the digest. */
export const tokenShape = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  sha256: z.string(),
  /** Absent: a token without scopes, which works on the site's own address only. */
  scopes: z.array(z.string()).exactOptional(),
  /** ISO instant. */
  expiresAt: z.string(),
  revoked: z.boolean(),
});
export type Token = Readonly<z.infer<typeof tokenShape>>;

/** An application that people need a seat for. Without `seats` there is no limit. */
export interface Product {
  readonly key: Resource;
  readonly name: string;
  readonly seats?: number;
  /** Ids of the groups that somebody who is invited to the application joins. */
  readonly defaultGroups: readonly string[];
}

/** Whether the account can sign in here at all. */
export const isActive = (person: Person): boolean =>
  person.accountStatus === 'active' && person.membershipStatus === 'active';
