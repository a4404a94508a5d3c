import type { RequestView } from '@contract/request-views';
import { Fold } from '../../../ui/Fold';

/** What is compared with other records, letter by letter, and read by nobody else. */
export function AuditFacts({ request: { hash, approval } }: { request: RequestView }) {
  const record = approval?.kind === 'record' ? approval.id : undefined;
  if (hash === undefined && record === undefined) return null;
  const parts = [
    ...(hash === undefined ? [] : ['the fingerprint of what was asked for']),
    ...(record === undefined ? [] : ['the record of the approval']),
  ];
  return (
    <Fold title="For audit" says={parts.join(', and ')} isWrong={false}>
      <dl className="facts">
        {hash !== undefined && (
          <>
            <dt>Fingerprint</dt>
            <dd>
              <span className="hash">{hash}</span>
              <span className="option-detail">
                Made of everything that was asked for. An approval counts for exactly this and nothing else.
              </span>
            </dd>
          </>
        )}
        {record !== undefined && (
          <>
            <dt>Approval of the service desk</dt>
            <dd className="hash">{record}</dd>
          </>
        )}
      </dl>
    </Fold>
  );
}
