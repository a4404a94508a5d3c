export interface PersonView {
  id: string;
  name: string;
  avatarUrl?: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads a page of Jira users (`GET /rest/api/3/user/bulk`). What has no id or no name is left out. */
export function readPeople(page: unknown): PersonView[] {
  const values = isRecord(page) && Array.isArray(page.values) ? page.values : [];
  return values.flatMap((user: unknown) => {
    if (!isRecord(user) || typeof user.accountId !== 'string' || typeof user.displayName !== 'string')
      return [];
    const avatarUrl = isRecord(user.avatarUrls) ? user.avatarUrls['48x48'] : undefined;
    return [
      { id: user.accountId, name: user.displayName, ...(typeof avatarUrl === 'string' && { avatarUrl }) },
    ];
  });
}
