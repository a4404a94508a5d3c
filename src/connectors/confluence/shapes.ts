import { z } from 'zod';

/** What the answers must hold for us to use them. More may be there; less is an answer in an unknown form. */
const accountId = z.string().min(1).max(128);

/** Jira's `User`. A hidden address is null, empty or absent. */
export const jiraUser = z.object({
  accountId,
  accountType: z.string(),
  active: z.boolean(),
  displayName: z.string(),
  emailAddress: z.string().nullish(),
  avatarUrls: z.record(z.string(), z.string()).optional(),
  groups: z
    .object({ items: z.array(z.object({ groupId: z.string().nullish(), name: z.string() })) })
    .optional(),
});
export type JiraUser = z.infer<typeof jiraUser>;
export const jiraUsers = z.array(jiraUser);

/** Jira's page of `GroupDetails`. */
export const jiraGroupPage = z.object({
  startAt: z.number(),
  isLast: z.boolean(),
  values: z.array(z.object({ groupId: z.string(), name: z.string() })),
});

/** Jira's page of `UserDetails`. */
export const jiraMemberPage = z.object({
  startAt: z.number(),
  total: z.number(),
  isLast: z.boolean(),
  values: z.array(z.object({ accountId, accountType: z.string(), displayName: z.string() })),
});

/** Confluence's `Group`. The documented default of `managedBy` is ADMINS. */
export const group = z.object({
  id: z.string().min(1),
  name: z.string(),
  managedBy: z.string().default('ADMINS'),
  usageType: z.string().default('USERBASE_GROUP'),
});
export type Group = z.infer<typeof group>;

/**
 * Jira's `FoundGroups`. Of the labels only the types are listed: `ADMIN` is taken to be on groups that administer Jira.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-groups-picker-get
 */
export const foundGroups = z.object({
  total: z.number(),
  groups: z.array(
    z.object({
      groupId: group.shape.id,
      ...group.omit({ id: true }).shape,
      labels: z.array(z.object({ type: z.string().optional() })).default([]),
    }),
  ),
});

/** A v1 page. One without `_links` is damaged: it must not be taken for the last. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ results: z.array(item), _links: z.object({ next: z.string().optional() }) });

export const groupPage = pageOf(group);

/** Confluence's `User` inside a search result. Every field but the id may be hidden. */
export const foundUser = z.object({
  accountId,
  accountType: z.string().optional(),
  email: z.string().nullish(),
  displayName: z.string().nullish(),
  publicName: z.string().nullish(),
  isGuest: z.boolean().optional(),
  isExternalCollaborator: z.boolean().optional(),
  profilePicture: z.object({ path: z.string() }).nullish(),
});
export type FoundUser = z.infer<typeof foundUser>;

export const userSearchPage = pageOf(z.object({ user: foundUser.nullish() }));

/** For answers whose body says nothing that is needed. */
export const anything = z.unknown();
