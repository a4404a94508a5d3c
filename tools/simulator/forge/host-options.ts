import type { VirtualClock } from '../clock';
import type { Faults } from '../faults';
import type { CodeLoader } from './app';
import type { ForgeVariants } from './doors';
import type { KvsVariants } from './kvs/variants';

/** May be changed at any time. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type HostVariants = ForgeVariants & KvsVariants;

export interface ForgeHostOptions {
  readonly manifestPath: string;
  readonly code: CodeLoader;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  /** A folder that outlives the process. Absent: storage ends with the host. */
  readonly folder?: string | undefined;
  readonly variants?: Partial<HostVariants> | undefined;
}
