import type { Frame } from 'playwright-core';
import type { Haystack } from '../canary/needles';
import type { AppPage } from './app-page';

/** Everything that leaves a browser or stays in it, to be searched for what should not be there. */
export interface Witness {
  /** Requests of the page to the app's functions, as they were sent. */
  readonly bodies: readonly string[];
  /** What has been seen up to now, and what the pages hold at this moment. */
  seen(): Promise<readonly Haystack[]>;
}

/** Looks on from now: addresses, answers, the console; and, when asked, the pages and what they keep. */
export function witness({ page }: AppPage): Witness {
  const seen: Haystack[] = [];
  const bodies: string[] = [];
  const answers: Promise<void>[] = [];
  page.on('request', (request) => {
    seen.push({ where: 'address', content: request.url() });
    const body = request.postData();
    if (body !== null) bodies.push(body);
  });
  page.on('response', (response) => {
    if (!response.url().includes('/_shell/')) return;
    const read = response.text().then((content) => seen.push({ where: 'answer', content }));
    // A page that goes away takes the answer with it.
    answers.push(
      read.then(
        () => undefined,
        () => undefined,
      ),
    );
  });
  page.on('console', (message) => seen.push({ where: 'console', content: message.text() }));
  return {
    bodies,
    async seen() {
      await Promise.all(answers);
      const pages = await Promise.all(page.frames().map(held));
      return [...seen, ...pages.flat(), { where: 'address', content: page.url() }];
    },
  };
}

/** What a document shows, what is typed into it, and what it keeps. */
async function held(frame: Frame): Promise<readonly Haystack[]> {
  const { html, typed, kept } = await frame.evaluate(() => ({
    html: document.documentElement.outerHTML,
    typed: [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    ),
    kept: JSON.stringify([
      { ...sessionStorage },
      { ...localStorage },
      document.cookie,
      window.name,
      history.state,
    ]),
  }));
  return [
    { where: 'page', content: html },
    { where: 'field', content: typed.join('\n') },
    { where: 'browser storage', content: kept },
  ];
}
