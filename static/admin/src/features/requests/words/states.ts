import type { GrantView, RequestRowView, RequestStateView } from '@contract/request-views';

interface Look {
  readonly appearance: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
  readonly text: string;
}

/** What a list of requests tells apart. What was given and has ended is no longer called fulfilled. */
export type Standing = RequestStateView | 'ended';

export const standingOf = (request: Pick<RequestRowView, 'state' | 'endedAt'>): Standing =>
  request.endedAt !== undefined && isGiven(request) ? 'ended' : request.state;

const open: readonly RequestStateView[] = [
  'received',
  'awaiting-approval',
  'approved',
  'provisioning',
  'quarantined',
];
/** Something may still come of it, so what is not known now may be known later. */
export const isOpen = ({ state }: Pick<RequestRowView, 'state'>): boolean => open.includes(state);

export const isGiven = ({ state }: Pick<RequestRowView, 'state'>): boolean =>
  state === 'fulfilled' || state === 'partly-fulfilled';

export const requestStates: Readonly<Record<Standing, Look>> = {
  received: { appearance: 'inprogress', text: 'Received' },
  'awaiting-approval': { appearance: 'inprogress', text: 'Waiting for approval' },
  approved: { appearance: 'inprogress', text: 'Approved' },
  provisioning: { appearance: 'inprogress', text: 'Access being given' },
  fulfilled: { appearance: 'success', text: 'Fulfilled' },
  'partly-fulfilled': { appearance: 'moved', text: 'Partly fulfilled' },
  ended: { appearance: 'default', text: 'Ended' },
  failed: { appearance: 'removed', text: 'Failed' },
  declined: { appearance: 'default', text: 'Declined' },
  refused: { appearance: 'removed', text: 'Refused' },
  void: { appearance: 'moved', text: 'No longer valid' },
  quarantined: { appearance: 'removed', text: 'Quarantined' },
  cancelled: { appearance: 'default', text: 'Cancelled' },
};

/** Where the ticket stands now it cannot be approved: the portal asks only at the approval step. */
export const outOfQuarantine =
  'Move the ticket back to its approval step, then have it approved, or close it.';

/** What is held up on its way out is worse than on its way in: the access is still there. */
export const grantLook = ({ state, way }: Pick<GrantView, 'state' | 'way'>): Look => {
  if (way === 'out' && state === 'blocked') return { appearance: 'removed', text: 'Removal blocked' };
  if (way === 'out' && state === 'unverified') return { appearance: 'moved', text: 'Removal not seen yet' };
  return grantStates[state];
};

const grantStates: Readonly<Record<GrantView['state'], Look>> = {
  pending: { appearance: 'inprogress', text: 'Being given' },
  active: { appearance: 'success', text: 'Active' },
  due: { appearance: 'moved', text: 'Due to end' },
  revoking: { appearance: 'inprogress', text: 'Being taken back' },
  revoked: { appearance: 'default', text: 'Taken back' },
  failed: { appearance: 'removed', text: 'Failed' },
  blocked: { appearance: 'removed', text: 'Blocked' },
  unverified: { appearance: 'moved', text: 'Not seen yet' },
  released: { appearance: 'default', text: 'Ended, nothing taken' },
};
