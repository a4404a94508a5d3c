import { z } from 'zod';
import { Fault } from '../../domain/fault';

/** `2026-11-23T14:42:00.000+0100`: Jira writes the offset without a colon. */
export const jiraDate = z.string().transform((text, context) => {
  const at = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue('Not a date as Jira writes it.');
  return z.NEVER;
});

/** Jira's ids are numbers as text. What looks otherwise is never put into a path or a query. */
export const isId = (text: string): boolean => /^\d{1,19}$/.test(text);
export const isIssueKey = (text: string): boolean => /^[A-Z][A-Z0-9_]{0,99}-\d{1,19}$/i.test(text);

/** A ticket on which something was to be done, and which Jira says is not there. */
export const outOfSight = (): Fault =>
  new Fault('not-found', 'The ticket cannot be seen: it was deleted, or is hidden from the app.');
