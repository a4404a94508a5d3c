import Avatar from '@atlaskit/avatar';
import Skeleton from '@atlaskit/skeleton';
import { usePerson } from '../use-people';

/** A person by account id. Jira may not show everyone to everyone. */
export function Person({ id }: { id: string }) {
  const { data, isPending } = usePerson(id);
  if (isPending) {
    return (
      <span className="person">
        <Skeleton width="24px" height="24px" borderRadius="var(--ds-radius-full)" />
        <Skeleton width="96px" height="16px" />
        <span className="visually-hidden">Loading the name…</span>
      </span>
    );
  }
  return (
    <span className="person" title={data ? undefined : id}>
      <Avatar size="small" {...(data?.avatarUrl && { src: data.avatarUrl })} />
      <span>{data?.name ?? 'Unknown person'}</span>
    </span>
  );
}
