import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Manifest } from './manifest';

/**
 * The content security policy that Atlassian's CDN sends with a page of the app, computed by Atlassian's own package.
 * Reports would go to Atlassian, so that one directive is left out.
 */
export function contentSecurityPolicy(
  page: string,
  permissions: Manifest['permissions'],
  frameOrigin: string,
): string {
  const details = new CSPProcessingService({ info: () => undefined }, load);
  return new CSPInjectionService()
    .getInjectableCSP({
      microsEnv: 'prod',
      hostname: frameOrigin,
      existingCSPDetails: details.getCspDetails(page, permissions ?? {}),
    })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
