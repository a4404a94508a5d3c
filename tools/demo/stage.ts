import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppPage } from '../../test/browser/app-page';
import { launchChromium } from '../../test/browser/chromium';
import { serve } from '../simulator/shell/serve';
import { stageOf } from '../simulator/shell/stage-of';
import { createSimulator, type Simulator } from '../simulator/simulator';

const ROOT = join(__dirname, '../..');
const WIDE = 1280;
const NARROW = 320;

/** A browser in front of a fresh site, and the terminal in which the story is told. */
export interface DemoStage {
  readonly app: AppPage;
  readonly simulator: Simulator;
  /** Tells one step, does it, and takes its picture in light, in dark, and 320 pixels wide. */
  step(name: string, act: () => Promise<void>): Promise<void>;
}

/** Runs a story in headless Chromium over the real bridge and policy. A broken policy or a page error fails it. */
export async function onStage(story: (stage: DemoStage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const simulator = createSimulator({ data: folder });
  const shell = await serve({ port: 0, root: ROOT, stage: async () => stageOf(simulator) });
  const browser = await launchChromium();
  const app = await AppPage.open(browser, { origins: shell.origins });
  try {
    await story({ app, simulator, step: narrator(app) });
    const wrong = [...(await app.takeViolations()), ...app.errors];
    if (wrong.length > 0) throw new Error(`The page complained:\n${wrong.join('\n')}`);
  } catch (problem) {
    await app.screenshot('demo/failed');
    throw problem;
  } finally {
    await browser.close();
    await shell.close();
    rmSync(folder, { recursive: true });
  }
}

function narrator(app: AppPage): DemoStage['step'] {
  let count = 0;
  return async (name, act) => {
    count += 1;
    const file = `demo/${String(count).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    console.log(`${String(count).padStart(2)}. ${name}`);
    await act();
    await app.setTheme('light');
    await app.screenshot(`${file}-light`);
    await app.setTheme('dark');
    await app.screenshot(`${file}-dark`);
    await app.setTheme('light');
    await app.setWidth(NARROW);
    await app.screenshot(`${file}-320`);
    await app.setWidth(WIDE);
  };
}
