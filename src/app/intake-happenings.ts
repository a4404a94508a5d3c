import type { Snapshot } from '../domain/request';
import type { Happening } from './happened';
import type { Route } from './route';

/** What was frozen: the approval is for this. */
export function understood({ hash, beneficiary, groups, until }: Snapshot): Happening {
  return {
    what: 'request.understood',
    detail: {
      hash,
      ...(beneficiary !== undefined && { beneficiary }),
      groups: groups.map(({ id }) => id),
      until:
        until.kind === 'at'
          ? until.at.toISOString()
          : until.kind === 'for'
            ? `${until.hours} hours`
            : 'never',
    },
  };
}

/** Nobody is asked where no approval is needed. */
export const routedTo = ({ exemptGroupId, asked }: Route): readonly Happening[] =>
  exemptGroupId === undefined ? [{ what: 'request.routed', detail: { asked } }] : [];
