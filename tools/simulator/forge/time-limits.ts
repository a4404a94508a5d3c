import type { AppManifest } from './manifest';

const FOREGROUND_LIMIT_MS = 25_000;
export const BACKGROUND_LIMIT_S = 55;

/**
 * How long a function may run: 25 seconds for a page or a trigger, 55 for a schedule or a consumer, or as many as it
 * declares.
 * https://developer.atlassian.com/platform/forge/limits-invocation/
 */
export function limitOf({ schedules, consumers, functions }: AppManifest, functionKey: string): number {
  const inBackground = [...schedules, ...consumers].some((entry) => entry.function === functionKey);
  if (!inBackground) return FOREGROUND_LIMIT_MS;
  return (functions.get(functionKey)?.timeoutSeconds ?? BACKGROUND_LIMIT_S) * 1_000;
}
