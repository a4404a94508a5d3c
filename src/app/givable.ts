import { getConnector, type Option } from '../connectors/connector';
import type { Entitlement } from '../domain/access';
import type { Connection } from '../domain/connection';
import { Fault } from '../domain/fault';
import { inBatches } from '../domain/in-batches';
import type { GroupRef } from '../domain/rule';
import type { Wanted } from '../domain/understand';
import { itself } from './happened';
import type { Ports, Watched } from './ports';
import { useTarget } from './target';
import type { Trouble } from './trouble';

/** Application access gives what the connection gives by default, as it is now; those are kept by their ids alone. */
export async function groupsOf(
  ports: Ports,
  watched: Watched,
  { groups }: Wanted,
): Promise<readonly GroupRef[]> {
  if (groups.length > 0) return groups;
  const ids = watched.connection.defaultGroups;
  const use = { during: 'reading the names of the default groups', by: itself };
  const options = await useTarget(ports, watched, {
    ...use,
    work: (target) => target.describeGroups(ids),
  }).catch((error: unknown): readonly Option[] => {
    if (!(error instanceof Fault)) throw error;
    return [];
  });
  return ids.map((id) => ({ id, name: options.find((option) => option.id === id)?.name ?? '' }));
}

export const entitlementOf = (ports: Ports, { connector }: Connection, group: GroupRef): Entitlement =>
  getConnector(ports.connectors, connector).groupEntitlement(group);

interface Bundle {
  readonly groups: readonly GroupRef[];
  readonly privileged: boolean;
  /** Account id of whom it is for, as far as that is known. */
  readonly beneficiary?: string | undefined;
}

/**
 * Groups that could not be given if it were approved now, so that nobody is asked in vain. A target that cannot be
 * asked hides nothing: everything is judged again when it is given.
 */
export async function findUngivable(
  ports: Ports,
  watched: Watched,
  bundle: Bundle,
): Promise<readonly Trouble[]> {
  const { groups, privileged: named, beneficiary } = bundle;
  const options = { named, ...(beneficiary !== undefined && { to: { id: beneficiary, name: '' } }) };
  const looks = inBatches(groups, (group) =>
    useTarget(ports, watched, {
      during: 'a look at a group that is asked for',
      by: itself,
      work: (target) => target.mustBeGivable(entitlementOf(ports, watched.connection, group), options),
    }).then(
      () => [],
      (error: unknown) => troubleOf(group, error),
    ),
  );
  return (await looks).flat();
}

function troubleOf({ id, name }: GroupRef, error: unknown): readonly Trouble[] {
  if (!(error instanceof Fault)) throw error;
  if (error.reason === undefined) return [];
  return [{ code: error.reason, text: `The group ${name === '' ? id : `“${name}”`}: ${error.message}` }];
}
