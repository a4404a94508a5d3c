import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { logFailure } from '../log';
import { keys } from './keys';

const shape = z.object({ at: z.iso.datetime(), address: z.url({ protocol: /^https$/ }) });

export interface SiteAddress {
  readonly site: URL;
  /** When Jira said so. */
  readonly at: Date;
}

/** As it was kept, however long ago. A store that is out of order costs a call and nothing else. */
export async function findSiteAddress(): Promise<SiteAddress | undefined> {
  try {
    const found = shape.safeParse(await kvs.get<unknown>(keys.siteAddress));
    return found.success ? { site: new URL(found.data.address), at: new Date(found.data.at) } : undefined;
  } catch (error) {
    logFailure(error);
    return undefined;
  }
}

export async function keepSiteAddress({ site, at }: SiteAddress): Promise<void> {
  const value: z.output<typeof shape> = { at: at.toISOString(), address: site.origin };
  await kvs.set(keys.siteAddress, value).catch(logFailure);
}
