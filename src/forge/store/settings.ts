import { kvs } from '@forge/kvs';
import type { Ports } from '../../app/ports';
import { defaultSettings } from '../../domain/settings';
import { keys } from './keys';
import * as shapes from './shapes';

export const kvsSettings: Ports['settings'] = {
  read: async () => {
    const value: unknown = await kvs.get(keys.settings);
    return value === undefined ? defaultSettings : shapes.settings.parse(value);
  },
};
