import Heading from '@atlaskit/heading';
import type { RequestView } from '@contract/request-views';
import type { AuditEventView } from '@contract/views';
import { Person } from '../../../ui/Person';
import { useNames } from '../../../use-people';
import { Instant } from '../Instant';
import { instant } from '../../../ui/dates';
import { stretchesOf } from '../words/repeats';
import { actorOf, peopleIn } from '../words/people-of-events';
import { sentenceOf, type Names } from '../words/timeline-words';

function Event({ event, names }: { event: AuditEventView; names: Names }) {
  const actor = actorOf(event);
  return (
    <li className="timeline-event">
      <span className="subtle">
        <Instant at={event.at} />
      </span>
      <span>{sentenceOf(event, names)}</span>
      {actor !== undefined && <Person id={actor} />}
    </li>
  );
}

/** The same again, many times: its end is shown, and on demand each of them. */
function Repeats({ events, names }: { events: readonly AuditEventView[]; names: Names }) {
  const last = events.at(-1);
  return (
    <li>
      <details className="repeats">
        <summary>{`The same again, ${events.length} more events until ${last ? instant(last.at) : ''}`}</summary>
        <ol className="events">
          {events.map((event) => (
            <Event key={event.id} event={event} names={names} />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** Everything that happened with a request and its grants, oldest first. */
export function TimelinePanel({ request }: { request: RequestView }) {
  const { timeline, groups, grants, ruleId, ruleName } = request;
  const people = useNames(timeline.flatMap(peopleIn));
  const names: Names = {
    people,
    groups: new Map([...groups, ...grants.map(({ group }) => group)].map(({ id, name }) => [id, name])),
    grants: new Map(grants.map(({ id, group }) => [id, group.name])),
    rules: new Map(ruleName ? [[ruleId, ruleName]] : []),
  };
  return (
    <section className="stack" aria-labelledby="timeline-heading">
      <Heading size="medium" as="h2" id="timeline-heading">
        What happened
      </Heading>
      {timeline.length === 0 ? (
        <p>Nothing has been recorded yet.</p>
      ) : (
        <ol className="events" aria-label="What happened, oldest first">
          {stretchesOf(timeline).map(({ events, isRepeat }) =>
            isRepeat ? (
              <Repeats key={events[0]?.id} events={events} names={names} />
            ) : (
              events.map((event) => <Event key={event.id} event={event} names={names} />)
            ),
          )}
        </ol>
      )}
    </section>
  );
}
