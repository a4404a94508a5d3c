import { everything, writeListState } from '../requests/list/list-state';

/** Where the requests that a rule has answered are listed. */
export const requestsBy = (ruleId: string): string =>
  `/requests?${writeListState({ ...everything, rule: ruleId }).toString()}`;
