import Heading from '@atlaskit/heading';
import type { ConnectionView } from '@contract/views';
import { LinkTo } from '../../ui/LinkTo';
import { Person } from '../../ui/Person';
import { When } from '../../ui/When';
import { PickedNames } from './PickedNames';

/** What administrators decided about the connection. */
export function FactsPanel({ connection }: { connection: ConnectionView }) {
  const { id, connectorName, account, applicationAdmin, defaultGroups, usedBy, createdAt, changedAt } =
    connection;
  return (
    <section className="stack" aria-labelledby="facts-heading">
      <Heading size="medium" as="h2" id="facts-heading">
        Details
      </Heading>
      <dl className="facts">
        <dt>Application</dt>
        <dd>{connectorName}</dd>
        <dt>Application admin</dt>
        <dd>
          <PickedNames connection={id} kind="person" ids={[applicationAdmin]} />
        </dd>
        <dt>Token of</dt>
        <dd>
          <Person id={account} />
        </dd>
        <dt>Default groups</dt>
        <dd>
          <PickedNames connection={id} kind="groups" ids={defaultGroups} />
        </dd>
        <dt>Used by</dt>
        <dd>
          {usedBy.length === 0 ? (
            'Nothing yet'
          ) : (
            <ul className="plain">
              {usedBy.map((rule) => (
                <li key={rule.id}>
                  <LinkTo to={`/automation/${rule.id}`}>{rule.name}</LinkTo>
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>Connected</dt>
        <dd>
          <When at={createdAt} />
        </dd>
        <dt>Last changed</dt>
        <dd>
          <When at={changedAt} />
        </dd>
      </dl>
    </section>
  );
}
