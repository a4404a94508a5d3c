/** Jira's frame and the app's own pages live on two origins, as on a real site, in one server. */
export interface Origins {
  /** The frame, the REST API and the script interface. */
  readonly frame: string;
  /** The app's Custom UI, and nothing else. */
  readonly app: string;
}

export const originsAt = (port: number): Origins => ({
  frame: `http://localhost:${port}`,
  app: `http://127.0.0.1:${port}`,
});

/**
 * Which of the two a request is for. Any other Host header is another name that was made to point here
 * (DNS rebinding) and belongs to nobody.
 */
export function originOf(host: string | undefined, origins: Origins): 'frame' | 'app' | 'unknown' {
  const origin = `http://${host ?? ''}`;
  if (origin === origins.frame) return 'frame';
  return origin === origins.app ? 'app' : 'unknown';
}
