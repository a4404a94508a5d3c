import { makeResolver, type Handlers } from '@forge/resolver';
import type { Api } from '../contract/api';
import type { Reply } from '../contract/views';
import { Fault } from '../domain/fault';
import { doorTo, problemOf, type PortsFor } from './command';
import { commands } from './commands';
import { logFailure } from './log';

type Resolve = ReturnType<typeof makeResolver<Api>>;

export function createResolver(portsFor: PortsFor): Resolve {
  const door = doorTo(portsFor);
  const calls: Handlers<Api> = {
    'connector.list': door(commands['connector.list']),
    'connection.list': door(commands['connection.list']),
    'connection.read': door(commands['connection.read']),
    'connection.history': door(commands['connection.history']),
    'credential.check': door(commands['credential.check']),
    'credential.discard': door(commands['credential.discard']),
    'option.search': door(commands['option.search']),
    'option.describe': door(commands['option.describe']),
    'connection.create': door(commands['connection.create']),
    'connection.update': door(commands['connection.update']),
    'connection.test': door(commands['connection.test']),
    'connection.rotate': door(commands['connection.rotate']),
    'connection.disconnect': door(commands['connection.disconnect']),
    'settings.read': door(commands['settings.read']),
    'settings.update': door(commands['settings.update']),
    'directory.search': door(commands['directory.search']),
    'directory.describe': door(commands['directory.describe']),
    'desk.list': door(commands['desk.list']),
    'desk.form': door(commands['desk.form']),
    'rule.list': door(commands['rule.list']),
    'rule.read': door(commands['rule.read']),
    'rule.versions': door(commands['rule.versions']),
    'rule.create': door(commands['rule.create']),
    'rule.update': door(commands['rule.update']),
    'rule.enable': door(commands['rule.enable']),
    'rule.disable': door(commands['rule.disable']),
    'rule.delete': door(commands['rule.delete']),
    'rule.try': door(commands['rule.try']),
    'request.list': door(commands['request.list']),
    'request.read': door(commands['request.read']),
    'request.alerts': door(commands['request.alerts']),
    'request.retry': door(commands['request.retry']),
    'grant.retry': door(commands['grant.retry']),
    'grant.withdraw': door(commands['grant.withdraw']),
    'grant.extend': door(commands['grant.extend']),
    'grant.acknowledge': door(commands['grant.acknowledge']),
  };
  return onlyTheContract(calls, makeResolver<Api>(calls));
}

/** @forge/resolver looks a name up with `in`, so it would answer to `constructor` and `toString` too. */
const onlyTheContract =
  (calls: object, resolve: Resolve): Resolve =>
  async (request, platform) => {
    if (Object.hasOwn(calls, request.call.functionKey)) return resolve(request, platform);
    const fault = new Fault(
      'not-found',
      'This app has no such call. Load the page again: it may be an older version.',
    );
    const reply: Reply<never> = { ok: false, problem: problemOf(fault, logFailure(fault)) };
    return reply;
  };
