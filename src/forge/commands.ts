import { z } from 'zod';
import { checkCredential } from '../app/check-credential';
import { checkHealth } from '../app/check-health';
import { connect } from '../app/connect';
import { giveUp } from '../app/discard';
import { disconnect } from '../app/disconnect';
import { describeOptions, searchOptions } from '../app/options';
import { rotate } from '../app/rotate';
import { readSettings, updateSettings } from '../app/settings';
import { listConnections, readConnection, readHistory, shownAfter } from '../app/show-connections';
import { update } from '../app/update';
import { connectorView } from '../app/views';
import * as inputs from '../contract/inputs';
import { define } from './define';
import { requestCommands } from './request-commands';
import { ruleCommands } from './rule-commands';

const nothing = z.strictObject({});
const role = 'jira-admin';

/** Every call of the pages, with who may make it, what it takes, and the event it leaves. */
export const commands = {
  'connector.list': define({
    role,
    input: nothing,
    audit: { none: 'reads the catalogue of integrations' },
    run: async (ports) => ports.connectors.map(connectorView),
  }),
  'connection.list': define({
    role,
    input: nothing,
    audit: { none: 'reads facts, asks no other system' },
    run: (ports) => listConnections(ports)(),
  }),
  'connection.read': define({
    role,
    input: inputs.ConnectionRef,
    audit: { none: 'reads facts, asks no other system' },
    run: (ports, { id }) => readConnection(ports)(id),
  }),
  'connection.history': define({
    role,
    input: inputs.HistoryInput,
    audit: { none: 'reads the trail' },
    run: (ports, { id, cursor }) => readHistory(ports)(id, cursor),
  }),
  'credential.check': define({
    role,
    input: inputs.CheckInput,
    audit: 'credential.drafted',
    run: (ports, input, by) => checkCredential(ports)(input, by),
  }),
  'credential.discard': define({
    role,
    input: inputs.DraftRef,
    audit: 'credential.discarded',
    run: (ports, { draft }, by) => giveUp(ports)(draft, by),
  }),
  'option.search': define({
    role,
    input: inputs.SearchInput,
    audit: { none: 'asks the application; a refused credential leaves connection.failed' },
    run: (ports, input, by) => searchOptions(ports)(input, by),
  }),
  'option.describe': define({
    role,
    input: inputs.DescribeInput,
    audit: { none: 'asks the application; a refused credential leaves connection.failed' },
    run: (ports, input, by) => describeOptions(ports)(input, by),
  }),
  'connection.create': define({
    role,
    input: inputs.CreateInput,
    audit: 'connection.created',
    run: (ports, input, by) => shownAfter(ports, () => connect(ports)(input, by)),
  }),
  'connection.update': define({
    role,
    input: inputs.UpdateInput,
    audit: 'connection.updated',
    run: (ports, input, by) => shownAfter(ports, () => update(ports)(input, by)),
  }),
  'connection.test': define({
    role,
    input: inputs.ConnectionRef,
    audit: 'connection.checked',
    run: (ports, { id }, by) => shownAfter(ports, () => checkHealth(ports)(id, { kind: 'user', id: by })),
  }),
  'connection.rotate': define({
    role,
    input: inputs.RotateInput,
    audit: 'connection.rotated',
    run: (ports, input, by) => shownAfter(ports, () => rotate(ports)(input, by)),
  }),
  'connection.disconnect': define({
    role,
    input: inputs.VersionedRef,
    audit: 'connection.disconnected',
    run: (ports, input, by) => disconnect(ports)(input, by),
  }),
  'settings.read': define({
    role,
    input: nothing,
    audit: { none: 'reads settings' },
    run: (ports) => readSettings(ports)(),
  }),
  'settings.update': define({
    role,
    input: inputs.SettingsInput,
    audit: 'settings.updated',
    run: (ports, input, by) => updateSettings(ports)(input, by),
  }),
  ...ruleCommands,
  ...requestCommands,
};
