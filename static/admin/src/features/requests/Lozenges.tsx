import Lozenge from '@atlaskit/lozenge';
import type { GrantView, RequestRowView } from '@contract/request-views';
import { grantStates, requestStates, standingOf } from './words/states';

export function RequestLozenge({ request }: { request: Pick<RequestRowView, 'state' | 'endedAt'> }) {
  const { appearance, text } = requestStates[standingOf(request)];
  return (
    <Lozenge appearance={appearance} maxWidth="100%">
      {text}
    </Lozenge>
  );
}

/** Where a grant is, and what is alarming about it. The words say what the colours say. */
export const GrantLozenges = ({ grant: { state, overdue, driftedAt } }: { grant: GrantView }) => (
  <span className="marks">
    {overdue && (
      <Lozenge appearance="removed" isBold>
        Overdue
      </Lozenge>
    )}
    <Lozenge appearance={grantStates[state].appearance}>{grantStates[state].text}</Lozenge>
    {driftedAt !== undefined && <Lozenge appearance="moved">Gone by other hands</Lozenge>}
  </span>
);
