import type { ConnectionView } from '@contract/views';
import type { Values } from '../../form/fields';

/** What a connection says, under the names that its connector's fields have. */
export const factsOf = ({ name, applicationAdmin, defaultGroups, tokenExpiry }: ConnectionView): Values => ({
  name,
  applicationAdmin,
  defaultGroups,
  tokenExpiresOn: tokenExpiry?.on ?? '',
});
