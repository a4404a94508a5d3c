import { z } from 'zod';
import type { SiteResponse } from '../../simulator/atlassian/wire';
import type { Scenario } from './scenario';

const Person = z.looseObject({ accountId: z.string() });

/** Gives one person a number for an account id, once for the whole run. */
export function spoilOne(answer: SiteResponse, { operation, story }: Scenario): SiteResponse {
  if (operation !== 'jira getCurrentUser' || story !== 'unexpanded') return answer;
  return { ...answer, body: JSON.stringify({ ...Person.parse(JSON.parse(answer.body)), accountId: 7 }) };
}
