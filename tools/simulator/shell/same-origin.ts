import { Refusal, type Ask } from './exchange';

/**
 * Whatever changes something is for the frame's own pages and for scripts. A page of another origin (the app's too)
 * always sends an `Origin` or a `Sec-Fetch-Site` header that gives it away.
 */
export function requireSameOrigin({ headers }: Ask, frameOrigin: string): void {
  const { origin, 'sec-fetch-site': site } = headers;
  const isForeign = origin !== undefined && origin !== frameOrigin;
  const isCrossSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || isCrossSite) throw new Refusal(403, 'Requests from pages of other origins are refused.');
}
