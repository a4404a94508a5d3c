import { z } from 'zod';
import { Fault } from '../domain/fault';

const jiraSite = /^ari:cloud:(?:jira|confluence)::site\/([A-Za-z0-9-]{1,64})$/;
const context = z.object({
  installContext: z.string().regex(jiraSite),
  accountId: z.string().max(128).optional(),
});

/** Who calls and from where, as the platform says. Nothing of it comes from the payload. */
export interface Invocation {
  readonly cloudId: string;
  readonly accountId: string;
  /** After how many seconds the platform ends the run: manifest and documented limits. */
  readonly seconds: number;
}

/** https://developer.atlassian.com/platform/forge/runtime-reference/app-context-security/ */
export function readInvocation(raw: unknown, seconds: number): Invocation {
  const parsed = context.safeParse(raw);
  const cloudId = parsed.success ? jiraSite.exec(parsed.data.installContext)?.[1] : undefined;
  if (!parsed.success || cloudId === undefined) {
    throw new Fault('not-allowed', 'The call did not come from an installed app.', { cause: parsed.error });
  }
  return { cloudId, accountId: parsed.data.accountId ?? '', seconds };
}
