import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ConnectionView } from '@contract/views';
import { useState } from 'react';
import { LinkTo } from '../../ui/LinkTo';
import { alertsOf } from './alerts';

const FEW = 3;

/** What needs somebody's attention, above the list, with the way to mend it. */
export function Alerts({ connections }: { connections: readonly ConnectionView[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const alerts = alertsOf(connections);
  const more = alerts.length - FEW;
  if (alerts.length === 0) return null;
  return (
    <section className="stack" aria-label="Needs attention">
      {alerts.slice(0, showsAll ? undefined : FEW).map(({ key, appearance, title, text, to, action }) => (
        <SectionMessage key={key} appearance={appearance} title={title}>
          <p>{text}</p>
          <p>
            <LinkTo to={to}>{action}</LinkTo>
          </p>
        </SectionMessage>
      ))}
      {more > 0 && !showsAll && (
        <Button appearance="subtle" onClick={() => setShowsAll(true)}>
          Show {more} more
        </Button>
      )}
    </section>
  );
}
