import type { z } from 'zod';
import type * as inputs from './inputs';
import type { RequestApi } from './request-api';
import type { RuleApi } from './rule-api';
import type {
  AuditEventView,
  ConnectionView,
  ConnectorView,
  CredentialView,
  OptionView,
  PageView,
  Reply,
  SettingsView,
} from './views';

type In<Shape extends z.ZodType> = z.input<Shape>;

/** Every call the browser may make. `makeResolver` and `makeInvoke` are both typed by this. */
export type Api = ConnectionApi & RuleApi & RequestApi;

/** The calls of the page App Connections. */
type ConnectionApi = {
  /** The integrations that can be added. */
  'connector.list': () => Reply<ConnectorView[]>;
  /** Every connection, with what is known of its health. Asks no other system. */
  'connection.list': () => Reply<ConnectionView[]>;
  'connection.read': (input: In<typeof inputs.ConnectionRef>) => Reply<ConnectionView>;
  /** What happened to a connection, newest first. */
  'connection.history': (input: In<typeof inputs.HistoryInput>) => Reply<PageView<AuditEventView>>;
  /** Proves a credential and keeps it for a short while under a draft id. */
  'credential.check': (input: In<typeof inputs.CheckInput>) => Reply<CredentialView>;
  /** Forgets a proven credential that will not be used. Says the same whether there was one or not. */
  'credential.discard': (input: In<typeof inputs.DraftRef>) => Reply<{ id: string }>;
  /** People or groups to pick, found by the target itself. */
  'option.search': (input: In<typeof inputs.SearchInput>) => Reply<PageView<OptionView>>;
  /** What is picked already, as it is now. Ids that are gone are left out. */
  'option.describe': (input: In<typeof inputs.DescribeInput>) => Reply<OptionView[]>;
  'connection.create': (input: In<typeof inputs.CreateInput>) => Reply<ConnectionView>;
  'connection.update': (input: In<typeof inputs.UpdateInput>) => Reply<ConnectionView>;
  /** Checks the stored credential now. */
  'connection.test': (input: In<typeof inputs.ConnectionRef>) => Reply<ConnectionView>;
  /** Puts a proven draft in the place of the stored credential. */
  'connection.rotate': (input: In<typeof inputs.RotateInput>) => Reply<ConnectionView>;
  'connection.disconnect': (input: In<typeof inputs.VersionedRef>) => Reply<{ id: string }>;
  'settings.read': () => Reply<SettingsView>;
  'settings.update': (input: In<typeof inputs.SettingsInput>) => Reply<SettingsView>;
};

export type CallName = keyof Api;
