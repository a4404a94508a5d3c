import type { Giving } from './give';

/** Somebody else may have given it between our look and our try: then it was not us. A retry can no longer tell. */
export const wasTried = ({ holding, grant }: Pick<Giving, 'holding' | 'grant'>): boolean =>
  holding?.grants.some(({ id }) => id === grant.id) === true;
