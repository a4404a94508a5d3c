import type { Facts, Target } from '../connectors/connector';
import { invalid } from '../domain/fault';
import { daysLeft } from '../domain/token-expiry';

interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** Asks the target whether the chosen person and groups may still be chosen. Answers what is wrong, field by field. */
export async function proveFacts(
  target: Target,
  { applicationAdmin, defaultGroups }: Facts,
): Promise<readonly Issue[]> {
  const [people, groups] = await Promise.all([
    target.describePeople([applicationAdmin]),
    target.describeGroups(defaultGroups),
  ]);
  return [
    ...wrong('applicationAdmin', [applicationAdmin], people),
    ...wrong('defaultGroups', defaultGroups, groups),
  ];
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly blocked?: string;
}

/** What is gone is counted, for it has no name any more; what may not be chosen is named. */
function wrong(field: string, chosen: readonly string[], found: readonly Described[]): readonly Issue[] {
  const gone = chosen.filter((id) => !found.some((described) => described.id === id)).length;
  const blocked = found.flatMap(({ name, blocked: why }) => (why === undefined ? [] : [`${name}: ${why}`]));
  const sentences = [...(gone === 0 ? [] : [goneSentence(gone, chosen.length)]), ...blocked];
  return sentences.length === 0 ? [] : [{ path: [field], message: sentences.join(' ') }];
}

const goneSentence = (gone: number, chosen: number): string =>
  chosen === 1
    ? 'The one chosen here does not exist any more. Choose another one.'
    : `${gone} of the ${chosen} chosen here do not exist any more. Remove them and choose again.`;

/** A token that was proven just now has not ended. One day is allowed for: dates are those of the admin's place. */
export function refusePastEnd({ tokenExpiresOn }: Pick<Facts, 'tokenExpiresOn'>, now: Date): void {
  if (tokenExpiresOn === undefined || daysLeft(tokenExpiresOn, now) >= -1) return;
  throw invalid([
    {
      path: ['tokenExpiresOn'],
      message: 'This day has passed, and the token still works. Look up its end once more.',
    },
  ]);
}
