/** As Jira writes moments: `2026-01-05T12:00:00.000+0000`. */
export const jiraTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
