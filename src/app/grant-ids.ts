import type { Entitlement } from '../domain/access';
import type { AccessRequest } from '../domain/request';
import type { Ports } from './ports';

type Digest = Pick<Ports, 'digest'>;

/** A request gives one group once: asked again, it is the same grant. */
export const grantId = ({ digest }: Digest, issueId: string, groupId: string): string =>
  digest(`grant:${issueId}:${groupId}`);

export const grantIds = (ports: Digest, { issueId, snapshot }: AccessRequest): readonly string[] =>
  (snapshot?.groups ?? []).map(({ id }) => grantId(ports, issueId, id));

/** One person and one entitlement: all that happens to the pair happens under this one id. */
export const holdingId = ({ digest }: Digest, accountId: string, { resource, role }: Entitlement): string =>
  digest(`holding:${JSON.stringify([accountId, resource.kind, resource.id, role])}`);
