import type { Actor } from '../domain/audit';
import type { Grant } from '../domain/grant';
import { advance } from './advance';
import { holdingOf } from './find-held';
import { dueSince } from './grant-view';
import type { Ports } from './ports';
import { saidOverdue } from './sayings';
import { writeGrant } from './write-grant';
import { requestAlong } from './write-request';

interface Told {
  readonly grant: Grant;
  readonly by: Actor;
}

/** Says once, to the desk, that access is still there after its end. The page Requests shows it until it is gone. */
export async function tellOverdue(ports: Ports, { grant, by }: Told): Promise<void> {
  const now = ports.clock.now();
  const [holding, request] = await Promise.all([holdingOf(ports, grant), ports.requests.find(grant.issueId)]);
  if (!request) return;
  // Whoever has seen an earlier problem has not seen this.
  const { acknowledgedBy: _seen, ...facts } = grant;
  const since = dueSince(grant) ?? now;
  const key = `overdue#${grant.id.slice(0, 8)}#${since.toISOString()}`;
  const say = { kind: 'say', key, message: saidOverdue(grant, since) } as const;
  await writeGrant(ports, {
    before: holding,
    holding,
    grant: { ...facts, overdueAt: now },
    happenings: [{ what: 'grant.overdue', detail: { grant: grant.id } }],
    by,
    along: requestAlong(ports, request, {
      facts: { ...request, outbox: [...request.outbox, say] },
      follows: grant.changedAt,
    }),
  });
  await advance(ports)(grant.issueId, by).catch(ports.report);
}
