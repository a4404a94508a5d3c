import type { BrowserContext } from 'playwright-core';

/** Where Atlassian keeps the pictures of people: the one outside address that a page of ours shows. */
const AVATARS = /^https:\/\/avatar-management--avatars\.[a-z0-9-]+\.prod\.public\.atl-paas\.net\/initials\//;

const AVATAR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">' +
  '<rect width="48" height="48" fill="#5e4db2"/><circle cx="24" cy="18" r="9" fill="#fff"/>' +
  '<path d="M8 48a16 16 0 0 1 32 0z" fill="#fff"/></svg>';

const isHere = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1';

/** Draws the avatars that no test can fetch. Whatever else is asked for outside this machine is refused and told. */
export async function standInForOutside(
  context: BrowserContext,
  onAsked: (url: string) => void,
): Promise<void> {
  await context.route(
    (url) => !isHere(url),
    async (route) => {
      const url = route.request().url();
      if (AVATARS.test(url)) return route.fulfill({ contentType: 'image/svg+xml', body: AVATAR });
      onAsked(url);
      return route.abort();
    },
  );
}
