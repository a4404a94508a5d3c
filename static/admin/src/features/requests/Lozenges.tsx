import Lozenge from '@atlaskit/lozenge';
import type { GrantView, RequestStateView } from '@contract/request-views';
import { grantStates, requestStates } from './words/states';

export const RequestLozenge = ({ state }: { state: RequestStateView }) => (
  <Lozenge appearance={requestStates[state].appearance} maxWidth="100%">
    {requestStates[state].text}
  </Lozenge>
);

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
