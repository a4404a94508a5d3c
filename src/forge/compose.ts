import type { Ports } from '../app/ports';
import { connectors } from '../connectors/registry';
import { readInstallation } from './installation';
import type { Invocation } from './invocation';
import { logFailure } from './log';
import { createResolver } from './resolver';
import { createOnDay, createOnHour } from './schedule';
import { commit } from './store/commit';
import { kvsConnections } from './store/connections';
import { secretCredentials } from './store/credentials';
import { kvsDrafts } from './store/drafts';
import { kvsRules } from './store/rules';
import { kvsSettings } from './store/settings';
import { kvsTrail } from './store/trail';

/** The outside world as one invocation sees it. Nothing of it outlives the invocation. */
export function portsFor({ cloudId }: Invocation): Ports {
  const clock = { now: () => new Date() };
  return {
    clock,
    newId: () => crypto.randomUUID(),
    connectors,
    installation: () => readInstallation(cloudId, clock.now()),
    connections: kvsConnections,
    drafts: kvsDrafts,
    credentials: secretCredentials,
    rules: kvsRules,
    settings: kvsSettings,
    trail: kvsTrail,
    commit,
    report: logFailure,
  };
}

export const compose = () => ({
  resolver: createResolver(portsFor),
  onHour: createOnHour(portsFor),
  onDay: createOnDay(portsFor),
});
