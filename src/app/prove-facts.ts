import type { Facts, Target } from '../connectors/connector';

interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** Asks the target whether the chosen person and groups may still be chosen. Answers what is wrong, field by field. */
export async function proveFacts(
  target: Target,
  { applicationAdmin, defaultGroups }: Facts,
): Promise<readonly Issue[]> {
  const people = await target.describePeople([applicationAdmin]);
  const groups = await target.describeGroups(defaultGroups);
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

/** One sentence for each chosen thing that is gone or may not be chosen; the field shows them together. */
function wrong(field: string, chosen: readonly string[], found: readonly Described[]): readonly Issue[] {
  const sentences = chosen.flatMap((id) => {
    const described = found.find((candidate) => candidate.id === id);
    if (!described) return ['Something chosen here does not exist any more. Remove it and choose again.'];
    return described.blocked === undefined ? [] : [`${described.name}: ${described.blocked}`];
  });
  const message = [...new Set(sentences)].join(' ');
  return message === '' ? [] : [{ path: [field], message }];
}
