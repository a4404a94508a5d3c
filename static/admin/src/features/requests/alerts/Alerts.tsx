import SectionMessage from '@atlaskit/section-message';
import { LinkTo } from '../../../ui/LinkTo';
import { Failure } from '../../../ui/ProblemMessage';
import { useAlerts } from '../use-requests';
import { alertsOf } from './alerts';

/** What needs somebody's attention, above the list, with the way to it. Nothing at all when all is well. */
export function Alerts() {
  const { data, error, refetch } = useAlerts();
  if (!data) {
    return error ? (
      <Failure error={error} title="It is not known whether anything needs attention" retry={refetch} />
    ) : null;
  }
  const alerts = alertsOf(data);
  if (alerts.length === 0) return null;
  return (
    <section className="stack" aria-label="Needs attention">
      {alerts.map(({ kind, appearance, title, text, show, to }) => (
        <div key={kind} {...(kind === 'overdue' && { role: 'alert' })}>
          <SectionMessage appearance={appearance} title={title}>
            <p>{text}</p>
            <p>
              <LinkTo to={to}>{show}</LinkTo>
            </p>
          </SectionMessage>
        </div>
      ))}
    </section>
  );
}
