import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { RuleVersionView } from '@contract/rule-views';
import { exactTime } from '../../../ui/dates';
import { Lines } from '../../../ui/Lines';
import { Person } from '../../../ui/Person';
import { Failure } from '../../../ui/ProblemMessage';
import { Sentences } from '../Sentences';
import { useRuleNames } from '../use-rule-names';
import { useVersions } from '../use-rules';
import { peopleIn } from '../words/approval-words';
import { changesOf, versionTitle, type Changed } from '../words/changes';

interface Pair {
  now: RuleVersionView;
  before: RuleVersionView | undefined;
}

const Change = ({ change: { before, now } }: { change: Changed }) => (
  <li>
    {before !== undefined && (
      <p>
        <span className="subtle">Before:</span> <del>{before}</del>
      </p>
    )}
    <p>{now === undefined ? 'Nothing is said about it any more.' : <ins>{now}</ins>}</p>
  </li>
);

function Version({ now, before }: Pair) {
  const people = [...peopleIn(now.rule.approval), ...(before ? peopleIn(before.rule.approval) : [])];
  const names = useRuleNames(people);
  const changes = before ? changesOf(before, now, names) : [];
  return (
    <li className="version">
      <div className="event">
        <time dateTime={now.changedAt} className="subtle">
          {exactTime(now.changedAt)}
        </time>
        <span>{`Version ${now.version}: ${versionTitle(before, now)}`}</span>
        <Person id={now.changedBy} />
      </div>
      {changes.length > 0 && (
        <ul className="changes">
          {changes.map((change) => (
            <Change key={change.key} change={change} />
          ))}
        </ul>
      )}
      <details>
        <summary>{`All that version ${now.version} says`}</summary>
        <Sentences rule={now.rule} label={`All that version ${now.version} says`} />
      </details>
    </li>
  );
}

function List({ id }: { id: string }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVersions(id);
  if (isPending) return <Lines label="Loading the versions…" />;
  const versions = data?.pages.flatMap(({ items }) => items) ?? [];
  // What the last of them changed shows only beside the one before it.
  const shown = hasNextPage ? versions.slice(0, -1) : versions;
  return (
    <>
      <ol className="events" aria-label="Versions, newest first">
        {shown.map((now, index) => (
          <Version key={now.version} now={now} before={versions[index + 1]} />
        ))}
      </ol>
      {error && <Failure error={error} title="The versions could not be loaded" retry={refetch} />}
      {hasNextPage && !error && (
        <Button onClick={() => void fetchNextPage()} isLoading={isFetchingNextPage}>
          Show older versions
        </Button>
      )}
    </>
  );
}

/** Who changed the rule, when, and what. */
export const Versions = ({ id }: { id: string }) => (
  <section className="stack" aria-labelledby="versions-heading">
    <Heading size="medium" as="h2" id="versions-heading">
      Versions
    </Heading>
    <List id={id} />
  </section>
);
