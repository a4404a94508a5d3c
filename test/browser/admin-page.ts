import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readManifest } from '../../tools/simulator/shell/manifest';
import { surfacesOf, type Surface } from '../../tools/simulator/shell/surfaces';
import { callsOf } from '../start';
import { AppPage } from './app-page';
import { launchChromium } from './chromium';
import { openWorld, type World } from './world';

export interface Opening {
  /** Account id of the person to be; `anonymous` for nobody. Without it, the first Jira administrator. */
  readonly as?: string;
  /** Path inside the app, e.g. `/connections/new`. Without it, what Jira opens first. */
  readonly route?: string;
  readonly surface?: Surface['type'];
}

/** For one story on a machine that has other things to do. */
const STORY_MS = 120_000;
const ROOT = join(__dirname, '..', '..');

/** The app's own pages in one browser, over a fresh site for each test. To be called once in a test file. */
export function adminPage() {
  jest.setTimeout(STORY_MS);
  let browser: Browser;
  let world: World;
  let site: ReturnType<typeof callsOf>;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), launchChromium()]);
  });
  beforeEach(async () => {
    await world.shell.reset();
    site = callsOf(world.simulator());
  });
  // A fault that never struck proves nothing.
  afterEach(() => expect(site.faults.unfired()).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await world.shell.close();
  });

  const pathOf = ({ route = '', surface = 'jira:globalPage' }: Opening): string => {
    const { environmentId } = site.installation;
    const found = surfacesOf(readManifest(ROOT), environmentId).find(({ type }) => type === surface);
    if (!found) throw new Error(`The manifest has no ${surface}.`);
    return `${found.base}${route}`;
  };

  return {
    /** What is behind the pages: the simulator of this test, and the quick way to prepare it. */
    site: () => site,
    /** The address of one of the app's pages in Jira. */
    addressOf: (opening: Opening = {}) => `${world.shell.origins.frame}${pathOf(opening)}`,
    /** Opens the app as somebody, runs a story on it, and closes it: see `AppPage.visit`. */
    visit: ({ as, ...where }: Opening, story: (app: AppPage) => Promise<void>) =>
      AppPage.visit(
        browser,
        { origins: world.shell.origins, path: pathOf(where), ...(as !== undefined && { as }) },
        story,
      ),
  };
}

export type AdminPage = ReturnType<typeof adminPage>;
