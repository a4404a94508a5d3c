import type { z } from 'zod';
import type { SettingsInput } from '../contract/inputs';
import type { SettingsView } from '../contract/views';
import type { Settings } from '../domain/settings';
import { FREE, type Ports } from './ports';
import { somebodyElseChanged } from './problems';

type Input = z.output<typeof SettingsInput>;

const view = ({ version, adminGroups, strict }: Settings): SettingsView => ({
  version,
  adminGroups: [...adminGroups],
  strict,
});

export const readSettings = (ports: Ports) => async (): Promise<SettingsView> =>
  view(await ports.settings.read());

/** Changes who counts as an administrator. Takes effect with the next check of a credential. */
export const updateSettings =
  (ports: Ports) =>
  async (wanted: Input, by: string): Promise<SettingsView> => {
    const before = await ports.settings.read();
    if (before.version !== wanted.version) throw somebodyElseChanged('these settings');
    const adminGroups = [...new Set(wanted.adminGroups)];
    const changed = [
      ...(adminGroups.join('\n') === before.adminGroups.join('\n') ? [] : ['adminGroups']),
      ...(wanted.strict === before.strict ? [] : ['strict']),
    ];
    if (changed.length === 0) return view(before);

    const after: Settings = { version: before.version + 1, adminGroups, strict: wanted.strict };
    const written = await ports.commit({
      guards: [
        {
          on: { kind: 'settings' },
          was: before.version === 0 ? FREE : String(before.version),
          becomes: String(after.version),
        },
      ],
      puts: [{ kind: 'settings', value: after }],
      drops: [],
      events: [
        {
          id: `settings#${after.version}`,
          schema: 1,
          what: 'settings.updated',
          at: ports.clock.now(),
          by: { kind: 'user', id: by },
          on: 'settings',
          detail: { changed, strict: after.strict },
        },
      ],
    });
    if (written === 'moved') throw somebodyElseChanged('these settings');
    return view(after);
  };
