/** Who is calling the site, as the platform or the header says. The site looks up what they may do. */
export type Caller =
  | { readonly kind: 'header'; readonly authorization?: string }
  | { readonly kind: 'app'; readonly scopes: readonly string[] }
  | { readonly kind: 'user'; readonly accountId: string; readonly scopes: readonly string[] };

/** One request to the site. `url` is absolute: the site's own origin, or the gateway `https://api.atlassian.com/ex/…`. */
export interface SiteRequest {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly caller: Caller;
}

export interface SiteResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where Atlassian sends no body. */
  readonly body: string;
}

/** What the hosts of this platform need from a site: the operations, whoever asks. */
export interface AtlassianSite {
  readonly cloudId: string;
  /** e.g. `https://acme.atlassian.net`, without a trailing slash. */
  readonly baseUrl: string;
  /** The account that the app acts as, when the site has one. */
  readonly appAccountId?: string;
  handle(request: SiteRequest): Promise<SiteResponse>;
}
