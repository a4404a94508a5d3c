import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import type { ConnectionView, HealthState } from '@contract/views';
import { CheckList } from '../../ui/CheckList';
import { HealthLozenge } from '../../ui/HealthLozenge';
import { LinkTo } from '../../ui/LinkTo';
import { TokenExpiry } from '../../ui/TokenExpiry';
import { When } from '../../ui/When';

interface Props {
  connection: ConnectionView;
  isTesting: boolean;
}

const appearances = { broken: 'error', warning: 'warning', unreachable: 'warning' } as const;
const titles = {
  broken: 'This connection is not working',
  warning: 'This connection works, but needs attention',
  unreachable: 'The site could not be reached at the last check',
} as const;

const isUnwell = (state: HealthState): state is keyof typeof titles => state in titles;

/** How the connection is, why, what to do about it, and what the last check looked at. */
export function HealthPanel({ connection: { id, health, tokenExpiry }, isTesting }: Props) {
  const { state, cause, remedy, checkedAt, lines } = health;
  const replace = <LinkTo to={`/connections/${id}/rotate`}>Replace the token</LinkTo>;
  const isEnding = state !== 'broken' && tokenExpiry !== undefined && tokenExpiry.level !== 'none';
  return (
    <section className="stack" aria-labelledby="health-heading" aria-busy={isTesting}>
      <Heading size="medium" as="h2" id="health-heading">
        Health
      </Heading>
      {isUnwell(state) && (
        <SectionMessage appearance={appearances[state]} title={titles[state]}>
          {cause && <p>{cause}</p>}
          {remedy && <p>{remedy}</p>}
          {state === 'broken' && (
            <p>
              {replace} or <LinkTo to="/connections/settings">look at the settings of the check</LinkTo>.
            </p>
          )}
        </SectionMessage>
      )}
      <dl className="facts">
        <dt>State</dt>
        <dd>
          <HealthLozenge state={state} />
        </dd>
        <dt>Last checked</dt>
        <dd>{checkedAt ? <When at={checkedAt} /> : 'Never. Press Test now to check it.'}</dd>
        <dt>Token expiry</dt>
        <dd>
          <TokenExpiry expiry={tokenExpiry} /> {isEnding && replace}
        </dd>
      </dl>
      {lines.length > 0 && (
        <details className="panel" open={state !== 'healthy'}>
          <summary>{`What the last check looked at (${lines.length})`}</summary>
          <CheckList lines={lines} label="Last check" />
        </details>
      )}
    </section>
  );
}
