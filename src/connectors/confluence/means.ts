import type { Installation } from '../connector';
import type { Call } from './client';

/** What a change is made with. */
export interface Means extends Pick<Installation, 'wait' | 'remember'> {
  readonly call: Call;
  /** The account that the credential belongs to. */
  readonly ownAccount: () => Promise<string>;
}
