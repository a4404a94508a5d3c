import Lozenge from '@atlaskit/lozenge';
import type { GrantView, RequestRowView } from '@contract/request-views';
import { grantLook, requestStates, standingOf } from './words/states';

export function RequestLozenge({ request }: { request: Pick<RequestRowView, 'state' | 'endedAt'> }) {
  const { appearance, text } = requestStates[standingOf(request)];
  return (
    <Lozenge appearance={appearance} maxWidth="100%">
      {text}
    </Lozenge>
  );
}

/** Where a grant is, and what is alarming about it. The words say what the colours say. */
export function GrantLozenges({ grant }: { grant: GrantView }) {
  const { appearance, text } = grantLook(grant);
  return (
    <span className="marks">
      {grant.overdue && (
        <Lozenge appearance="removed" isBold>
          Overdue
        </Lozenge>
      )}
      <Lozenge appearance={appearance}>{text}</Lozenge>
      {grant.driftedAt !== undefined && <Lozenge appearance="moved">Gone by other hands</Lozenge>}
    </span>
  );
}
