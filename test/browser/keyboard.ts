import type { Locator } from 'playwright-core';
import type { AppPage } from './app-page';
import { flawOfFocus, rememberLooks } from './focus-looks';

/** No view of the app has more stops on the way to anything. */
const FARTHEST = 40;

/** The page as somebody uses it who has nothing but a keyboard. Each stop of the focus in the app must be visible. */
export function keyboardOf(app: AppPage) {
  const { page } = app;
  const focus = app.app.locator(':focus');

  const tab = async (): Promise<void> => {
    const frame = await app.appFrame();
    await rememberLooks(frame);
    await page.keyboard.press('Tab');
    // Before the first stop in the app, the focus is in Jira's own bar and sidebar.
    if ((await focus.count()) === 0) return;
    expect(await flawOfFocus(page, frame)).toBeUndefined();
  };

  return {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
    tab,
    /** Goes on by Tab until the focus is there. */
    async tabTo(target: Locator): Promise<void> {
      for (let stop = 0; stop < FARTHEST; stop += 1) {
        if ((await target.and(focus).count()) === 1) return;
        await tab();
      }
      throw new Error(`Not reached with Tab in ${FARTHEST} stops: ${String(target)}`);
    },
    /** Waits until the page itself has put the focus there. */
    landsOn: (target: Locator) => target.and(focus).waitFor(),
    /** Waits until the page itself has put the focus on a heading, from which reading goes on. */
    landsAtHeading: (name: string | RegExp) =>
      focus.filter({ has: app.page.getByRole('heading', { name }) }).waitFor(),
  };
}
