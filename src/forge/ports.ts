import type { Ports } from '../app/ports';
import { connectors } from '../connectors/registry';
import { digest } from './digest';
import { createInstallation } from './installation';
import type { Invocation } from './invocation';
import { logFailure } from './log';
import { createPace } from './pace';
import { createPeople } from './people';
import { forgeQueue } from './queue';
import { createServiceDesk } from './service-desk';
import { commit } from './store/commit';
import { kvsConnections } from './store/connections';
import { secretCredentials } from './store/credentials';
import { kvsDrafts } from './store/drafts';
import { kvsGrants } from './store/grants';
import { kvsHoldings } from './store/holdings';
import { createMemory } from './store/memory';
import { kvsRequests } from './store/requests';
import { kvsRules } from './store/rules';
import { kvsSettings } from './store/settings';
import { kvsTrail } from './store/trail';

/** What is kept back of a run's time, to say and to write down what came of it. */
const MARGIN_SECONDS = 3;

/** What one more piece of work may take: several calls to a site that is slow but not gone. */
const PIECE_MS = 15_000;

/** The outside world as one invocation sees it. Nothing of it outlives the invocation. */
export function portsFor({ cloudId, seconds }: Invocation): Ports {
  const deadline = Date.now() + (seconds - MARGIN_SECONDS) * 1_000;
  const clock = { now: () => new Date() };
  const pace = createPace(() => Date.now());
  return {
    clock,
    newId: () => crypto.randomUUID(),
    connectors,
    installation: createInstallation(cloudId, { deadline, pace }),
    connections: kvsConnections,
    drafts: kvsDrafts,
    credentials: secretCredentials,
    rules: kvsRules,
    requests: kvsRequests,
    grants: kvsGrants,
    holdings: kvsHoldings,
    desk: createServiceDesk(clock),
    people: createPeople(createMemory(cloudId, clock.now)),
    queue: forgeQueue,
    digest,
    hasTime: () => Date.now() + pace.waitMs() + PIECE_MS < deadline,
    settings: kvsSettings,
    trail: kvsTrail,
    commit,
    report: logFailure,
  };
}
