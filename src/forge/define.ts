import type { z } from 'zod';
import type { Ports } from '../app/ports';
import type { AuditKey } from '../domain/audit';

/** Who may call. There is one role so far; a call without one cannot be written. */
export type Role = 'jira-admin';

export interface Command<I, O> {
  readonly role: Role;
  readonly input: z.ZodType<I>;
  /** What this call leaves in the trail, or the reason why it leaves nothing. */
  readonly audit: AuditKey | { readonly none: string };
  run(ports: Ports, input: I, by: string): Promise<O>;
}

/** Keeps what a call takes and answers, while all calls stand in one table. */
export const define = <I, O>(command: Command<I, O>): Command<I, O> => command;
