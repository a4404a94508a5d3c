import { kvs } from '@forge/kvs';
import type { Credentials } from '../../app/ports';
import { Secret } from '../../domain/secret';
import { keys } from './keys';
import * as shapes from './shapes';

/** Forge's encrypted secret store: the only place where a token rests, and the only file that puts one there. */
export const secretCredentials: Credentials = {
  async find(id) {
    const value: unknown = await kvs.getSecret(keys.credential(id));
    if (value === undefined) return undefined;
    const { adminEmail, apiToken, found } = shapes.credential.parse(value);
    return { adminEmail, apiToken: new Secret(apiToken), found };
  },

  keep: (id, { adminEmail, apiToken, found }) =>
    kvs.setSecret(keys.credential(id), { adminEmail, apiToken: apiToken.reveal(), found }),

  forget: (id) => kvs.deleteSecret(keys.credential(id)),
};
