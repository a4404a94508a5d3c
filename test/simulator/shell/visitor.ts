import { load } from 'cheerio';
import { cookieName } from '../../../tools/simulator/shell/session';
import type { Shell } from '../../../tools/simulator/shell/serve';
import { send, type Got } from './raw';

export type Form = Readonly<Record<string, string | readonly string[]>>;

/** Somebody at the pages of the service desk, without a browser. */
export function visitor(shell: Shell, accountId: string) {
  const { frame } = shell.origins;
  const headers = {
    cookie: `${cookieName('person', frame)}=${encodeURIComponent(accountId)}`,
    origin: frame,
  };
  const page = ({ status, body, headers: { location } }: Got) => {
    const $ = load(body);
    return {
      status,
      location: typeof location === 'string' ? location : undefined,
      source: body,
      heading: $('h1').text(),
      alert: $('[role=alert]').text().replace(/\s+/g, ' ').trim(),
      text: $('main').text().replace(/\s+/g, ' ').trim(),
      buttons: $('main button')
        .map((_, button) => $(button).text().trim())
        .get(),
      $,
    };
  };
  return {
    see: async (path: string) => page(await send(shell, { path, headers })),
    /** Sends a form of the page at the path. */
    send: async (path: string, form: Form) =>
      page(await send(shell, { path, headers, method: 'POST', body: encode(form) })),
  };
}

const encode = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  ).toString();
