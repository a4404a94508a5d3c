import { jiraError } from '../answer';
import type { Exchange } from '../exchange';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { Issue } from '../work/issue';
import type { Project } from '../work/model';

type Caller = Pick<Exchange, 'asker'>;

/** Staff edit issues; the app does, unless the permission is kept from it. */
export const mayEditIn = ({ asker }: Caller, { appLacks = [] }: Project): boolean =>
  asker.kind !== 'app' || !appLacks.includes('EDIT_ISSUES');

/** Ids of the fields that the edit screen of the issue lacks. */
export function offScreen({ issueTypes }: Project, { issueTypeId }: Issue): readonly string[] {
  return issueTypes.find(({ id }) => id === issueTypeId)?.offEditScreen ?? [];
}

/** Past the screen goes whoever administers Jira through an app, and an app with a scope for that. */
export function goesPastScreen(exchange: Exchange): boolean {
  const { asker, query } = exchange;
  const overrides = query.flag('overrideScreenSecurity') || query.flag('overrideEditableFlag');
  if (!overrides) return false;
  if (asker.kind !== 'token' && rightsOf(exchange).administersJira) return true;
  throw new Refusal(jiraError(403, 'Only administrators of Jira can override the screen, through an app.'));
}
