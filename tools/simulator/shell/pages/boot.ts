/** What the server tells the frame's scripts about the page. */
export interface Boot {
  readonly appOrigin: string;
  readonly siteUrl: string;
  readonly themeCookie: string;
  /** Absent on pages of Jira itself. */
  readonly surface?: SurfaceBoot;
}

export interface SurfaceBoot {
  readonly moduleKey: string;
  readonly type: string;
  readonly title: string;
  readonly base: string;
  readonly resource: string;
  /** Address of each resource's page, by `resource` and `resource/entry`. */
  readonly sources: Readonly<Record<string, string>>;
  /** The fields of `getContext` that stay the same while the page is open. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Path of each module's page, by module key. */
  readonly modules: Readonly<Record<string, string>>;
}

/** Our own server wrote it, from this very type. */
export const readBoot = (): Boot => JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;
