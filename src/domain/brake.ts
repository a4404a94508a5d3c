import type { Grant } from './grant';

/** So many people may always leave a group in one round. */
const MANY = 20;
/** Up to so many, their share of the group does not count. */
const FEW = 5;
const MOST_SHARE = 0.1;

/**
 * Whether a round that takes so many people out of one group stops and asks. Of a group whose size is not known, the
 * number of people alone decides.
 */
export const brakes = (leaving: number, members: number | undefined): boolean =>
  leaving > MANY || (leaving > FEW && members !== undefined && leaving > members * MOST_SHARE);

/** The brake holds it, and nobody has let it go on. */
export const isStopped = ({ state, problem, unbraked }: Grant): boolean =>
  state === 'due' && problem?.code === 'brake' && unbraked !== true;
