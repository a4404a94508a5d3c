import type { Lease } from '../domain/holding';
import type { Ports } from './ports';

/** Longer than any run lives, in milliseconds: whoever still holds a lease after that is dead. */
const LEASE_MS = 3 * 60_000;

/** A time in which nobody else works on the same pair of person and entitlement. */
export const leaseFor = (ports: Ports, act: Pick<Lease, 'grantId' | 'act'>): Lease => ({
  ...act,
  until: new Date(ports.clock.now().getTime() + LEASE_MS),
});
