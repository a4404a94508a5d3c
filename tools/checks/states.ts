import type { GrantState } from '../../src/domain/grant';
import type { RequestState } from '../../src/domain/request';

/** One entry for each: the compiler refuses a state that is missing here, and one that there is not. */
const ofRequests: Record<RequestState, true> = {
  received: true,
  'awaiting-approval': true,
  approved: true,
  provisioning: true,
  fulfilled: true,
  'partly-fulfilled': true,
  failed: true,
  declined: true,
  refused: true,
  void: true,
  quarantined: true,
  cancelled: true,
};

const ofGrants: Record<GrantState, true> = {
  pending: true,
  active: true,
  due: true,
  revoking: true,
  revoked: true,
  failed: true,
  blocked: true,
  unverified: true,
  released: true,
};

export const requestStates: readonly string[] = Object.keys(ofRequests);
export const grantStates: readonly string[] = Object.keys(ofGrants);
