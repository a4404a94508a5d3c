import { join } from 'node:path';
import type { AppPage } from './app-page';

const WIDE = 1280;
const NARROW = 320;
/** A page that is longer than this is not seen to its end. */
const TALLEST = 6000;
/** On a narrow screen, Jira leaves the app this much of the window's height. */
const SHARE = 0.85;
const ARTIFACTS = join(__dirname, '..', '..', '.artifacts');

/** Each way in which a page is looked at. A narrow one has the same colours as a wide one. */
const ways = [
  { mode: 'light', width: WIDE },
  { mode: 'dark', width: WIDE },
  { mode: 'light', width: NARROW },
] as const;

interface Look {
  /** Brings the state about again: what an open list shows is gone when somebody presses elsewhere. */
  readonly show?: () => Promise<void>;
  /** What is looked at: the app's page, or the frame around it. */
  readonly at?: 'app' | 'frame';
  /** Leaves pictures of this name in `.artifacts/`, whatever $PICTURES says. */
  readonly pictures?: string;
}

/**
 * What is wrong with a page as it is shown now, one line each: in light and dark by the rules of accessibility, and on
 * a screen of 320 pixels, where nothing may have to be scrolled sideways. With $PICTURES set, it leaves pictures.
 */
export async function flawsOf(app: AppPage, state: string, { show, at = 'app', pictures }: Look = {}) {
  const name = pictures ?? (process.env['PICTURES'] && `views/${slug(state)}`);
  const flaws: string[] = [];
  for (const { mode, width } of ways) {
    const where = `${state}, ${mode}, ${width} px`;
    await app.setTheme(mode);
    await app.setWidth(width);
    await show?.();
    await settle(app, at);
    const found = [...(await app.axe(at)), ...(width === NARROW ? await overflow(app, at) : [])];
    flaws.push(...found.map((flaw) => `${where}: ${flaw}`));
    if (name) await picture(app, at, `${name}-${width === NARROW ? width : mode}`);
  }
  await app.setTheme('light');
  await app.setWidth(WIDE);
  return flaws;
}

const frameOf = (app: AppPage, at: 'app' | 'frame') =>
  at === 'app' ? app.appFrame() : Promise.resolve(app.page.mainFrame());

/** Colours in the middle of a change are neither the old nor the new ones. Endless movement is not waited for. */
async function settle(app: AppPage, at: 'app' | 'frame'): Promise<void> {
  const frame = await frameOf(app, at);
  await frame.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** Whether the page is wider than the screen, and what makes it so. */
async function overflow(app: AppPage, at: 'app' | 'frame'): Promise<readonly string[]> {
  const inside = await (await frameOf(app, at)).evaluate(widest);
  const outside = await app.page.evaluate(widest);
  return [...inside, ...outside.map((sayings) => `around the app: ${sayings}`)];
}

function widest(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  const names = wide.slice(0, 3).map(({ tagName, className }) => `${tagName}.${String(className)}`);
  return [`${scrollWidth} pixels wide on a screen of ${clientWidth}: ${names.join(', ')}`];
}

export const slug = (words: string): string => words.replace(/[^a-z0-9]+/gi, '-').toLowerCase();

/** Tall enough to show all of the page, which is otherwise scrolled inside Jira's frame. */
async function picture(app: AppPage, at: 'app' | 'frame', name: string): Promise<void> {
  const { width = WIDE, height = 800 } = app.page.viewportSize() ?? {};
  await app.page.setViewportSize({ width, height: await heightOf(app, at) });
  await app.page.screenshot({ path: join(ARTIFACTS, `${name}.png`), animations: 'disabled' });
  await app.page.setViewportSize({ width, height });
}

async function heightOf(app: AppPage, at: 'app' | 'frame'): Promise<number> {
  const { height = 800 } = app.page.viewportSize() ?? {};
  const outside = await app.page.evaluate(heightNeeded);
  const inside = await (await frameOf(app, at)).evaluate(heightNeeded);
  const above = at === 'app' ? ((await app.page.locator('iframe.app-frame').boundingBox())?.y ?? 0) : 0;
  const needed = Math.ceil(Math.max(outside, inside + above, at === 'app' ? inside / SHARE : 0));
  return Math.max(height, Math.min(TALLEST, needed));
}

/** On a wide screen, Jira scrolls what is below its bar and leaves the bar where it is. */
function heightNeeded(): number {
  const parts = [document.documentElement, ...document.querySelectorAll('main')];
  parts.forEach((part) => part.scrollTo(0, 0));
  return Math.ceil(Math.max(...parts.map((part) => part.getBoundingClientRect().top + part.scrollHeight)));
}
