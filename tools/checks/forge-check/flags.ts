import { NullLogger, StatsigService } from '@forge/cli-shared';

/** Atlassian's feature flags and remote settings as somebody sees them who is offline: none is set. */
export class NoFlags extends StatsigService {
  constructor() {
    const nobody = { getCredentials: () => Promise.reject(new Error('Nobody is logged in.')) };
    super(NullLogger, undefined, nobody, { readConfigSection: () => Promise.resolve('missing' as const) });
  }

  override checkGate(): Promise<null> {
    return Promise.resolve(null);
  }

  override getDynamicConfig(): Promise<null> {
    return Promise.resolve(null);
  }
}
