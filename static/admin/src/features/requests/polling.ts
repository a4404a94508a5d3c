import type { GrantView, RequestStateView, RequestView } from '@contract/request-views';

const SOON_MS = 4_000;
const LATER_MS = 30_000;

type Pace = number | false;

/** The app is at work on it: the next look may show something else. */
const atWork: readonly RequestStateView[] = ['received', 'approved', 'provisioning'];
const moving: readonly GrantView['state'][] = ['pending', 'revoking'];

const paceOfState = (state: RequestStateView): Pace => {
  if (atWork.includes(state)) return SOON_MS;
  // A person decides: that takes its time.
  return state === 'awaiting-approval' ? LATER_MS : false;
};

const soonest = (paces: readonly Pace[]): Pace => {
  const wanted = paces.filter((pace) => pace !== false);
  return wanted.length === 0 ? false : Math.min(...wanted);
};

/** How soon a list is worth another look, in milliseconds. `false`: everything on it is settled. */
export const paceOfList = (rows: readonly { readonly state: RequestStateView }[]): Pace =>
  soonest(rows.map(({ state }) => paceOfState(state)));

export const paceOf = ({ state, grants }: RequestView): Pace =>
  soonest([
    paceOfState(state),
    ...grants.map((grant) => (moving.includes(grant.state) ? SOON_MS : false)),
    ...grants.map((grant) => (grant.state === 'unverified' ? LATER_MS : false)),
  ]);
