import { Instant } from '../Instant';
import { localValue, shiftOf, typedInstant } from './new-end';

interface Props {
  typed: string;
  until: string | undefined;
}

/** The end as it would be, without room for a second reading. */
export function NewEnd({ typed, until }: Props) {
  const wanted = typedInstant(typed);
  const isNew = wanted !== undefined && (until === undefined || localValue(until) !== typed);
  return (
    <p role="status">
      {isNew && (
        <>
          Then: <Instant at={wanted} />. {shiftOf(wanted, until)}
        </>
      )}
    </p>
  );
}
