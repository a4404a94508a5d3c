import type { AppPage } from '../../test/browser/app-page';
import { flawsOf, slug } from '../../test/browser/look';

export interface Narrator {
  chapter(title: string): void;
  /** Tells one step and does it. */
  step(name: string, act: () => Promise<void>): Promise<void>;
  /**
   * The same, and then looks at what is shown: its picture in light, in dark, and 320 pixels wide. It must be
   * accessible in each of them, and fit. `frame`: the page around the app, where portal and directory are.
   */
  show(name: string, act: () => Promise<void>, at?: 'app' | 'frame'): Promise<void>;
}

/** Tells the story in the terminal, and takes its pictures. */
export function narrator(app: AppPage): Narrator {
  let steps = 0;
  let pictures = 0;
  const step: Narrator['step'] = async (name, act) => {
    steps += 1;
    console.log(`${String(steps).padStart(3)}. ${name}`);
    // What was said before has been read by now.
    await app.page.evaluate(() => document.querySelector('#flags')?.replaceChildren());
    await act();
  };
  return {
    chapter: (title) => console.log(`\n${title}`),
    step,
    async show(name, act, at = 'app') {
      await step(name, act);
      await app.page.waitForLoadState();
      const failures =
        at === 'app' ? await app.app.getByText(/could not be (loaded|read)/).allTextContents() : [];
      if (failures.length > 0) throw new Error(`Something went wrong on this page: ${failures.join(', ')}`);
      pictures += 1;
      const file = `${String(pictures).padStart(2, '0')}-${slug(name)}`;
      const flaws = await flawsOf(app, name, { at, pictures: `demo/${file}` });
      if (flaws.length > 0) throw new Error(`Not everybody can use this page:\n${flaws.join('\n')}`);
    },
  };
}
