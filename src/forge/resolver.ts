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
