import type { Principal } from '../domain/access';

/** `named`: a privileged-access rule names this very group. What makes admins may then be given and taken. */
export interface Naming {
  readonly named?: boolean;
}

/** `to`: somebody whom it is to be given to. */
export interface Giving extends Naming {
  readonly to?: Principal;
}

/** `given`: this app gave it, and saw it there. Then it may be taken whatever the resource has become since. */
export interface Taking extends Naming {
  readonly given?: boolean;
}
