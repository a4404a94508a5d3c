import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, someFacts, type startApp, valueOf } from '../start';

export type App = ReturnType<typeof startApp>;

/** One thing that people or schedules do. What it needs is there before; only `run` is disturbed. */
export interface Flow {
  readonly name: string;
  prepare(app: App): Promise<(app: App) => Promise<unknown>>;
}

const connector = 'confluence';

export const flows: readonly Flow[] = [
  {
    name: 'checking a credential',
    prepare: async () => (app) =>
      app.call('credential.check', { connector, values: credentialOf(acme.people.orgAdmin) }),
  },
  {
    name: 'connecting',
    prepare: async (before) => {
      const values = { ...someFacts, tokenExpiresOn: '2026-02-01' };
      const draft = await before.draft();
      return (app) => app.call('connection.create', { draft, values });
    },
  },
  {
    name: 'changing',
    prepare: async (before) => {
      const { id } = await before.connect();
      return (app) =>
        app.call('connection.update', { id, version: 1, values: { ...someFacts, name: 'Renamed' } });
    },
  },
  {
    name: 'rotating',
    prepare: async (before) => {
      const { id } = await before.connect();
      const values = credentialOf(acme.tokens.rotation);
      const { draft = '' } = valueOf(
        await before.call('credential.check', { connector, connection: id, values }),
      );
      return (app) => app.call('connection.rotate', { id, version: 1, draft, values: {} });
    },
  },
  {
    name: 'disconnecting',
    prepare: async (before) => {
      const { id } = await before.connect();
      return (app) => app.call('connection.disconnect', { id, version: 1 });
    },
  },
  {
    name: 'testing',
    prepare: async (before) => {
      const { id } = await before.connect();
      return (app) => app.call('connection.test', { id });
    },
  },
  {
    name: 'giving up',
    prepare: async (before) => {
      const draft = await before.draft();
      return (app) => app.call('credential.discard', { draft });
    },
  },
  {
    name: 'changing settings',
    prepare: async () => (app) =>
      app.call('settings.update', { version: 0, adminGroups: ['org-admins'], strict: true }),
  },
  {
    name: 'the daily round',
    prepare: async (before) => {
      await before.connect({ tokenExpiresOn: '2026-01-20' });
      return (app) => app.runDaily();
    },
  },
  {
    name: 'the hourly round',
    prepare: async (before) => {
      await before.draft();
      before.clock.elapse(40 * 60_000);
      return (app) => app.runHourly();
    },
  },
];
