import type { GrantView, RequestStateView } from '@contract/request-views';

interface Look {
  readonly appearance: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
  readonly text: string;
}

export const requestStates: Readonly<Record<RequestStateView, Look>> = {
  received: { appearance: 'inprogress', text: 'Received' },
  'awaiting-approval': { appearance: 'inprogress', text: 'Waiting for approval' },
  approved: { appearance: 'inprogress', text: 'Approved' },
  provisioning: { appearance: 'inprogress', text: 'Access being given' },
  fulfilled: { appearance: 'success', text: 'Fulfilled' },
  'partly-fulfilled': { appearance: 'moved', text: 'Partly fulfilled' },
  failed: { appearance: 'removed', text: 'Failed' },
  declined: { appearance: 'default', text: 'Declined' },
  refused: { appearance: 'removed', text: 'Refused' },
  void: { appearance: 'moved', text: 'No longer valid' },
  quarantined: { appearance: 'removed', text: 'Quarantined' },
  cancelled: { appearance: 'default', text: 'Cancelled' },
};

export const grantStates: Readonly<Record<GrantView['state'], Look>> = {
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
