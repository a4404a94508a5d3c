import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppPage } from '../../test/browser/app-page';
import { launchChromium } from '../../test/browser/chromium';
import { VirtualClock } from '../simulator/clock';
import { serve } from '../simulator/shell/serve';
import { stageOf } from '../simulator/shell/stage-of';
import { createSimulator, type Simulator } from '../simulator/simulator';
import { narrator, type Narrator } from './narrator';

const ROOT = join(__dirname, '../..');
/** What is not there after this long does not come any more. */
const PATIENCE_MS = 20_000;

/** A browser in front of a fresh site whose clock runs, and the terminal in which the story is told. */
export interface DemoStage extends Narrator {
  readonly app: AppPage;
  readonly simulator: Simulator;
}

/** Runs a story in headless Chromium over the real bridge and policy. A broken policy or a page error fails it. */
export async function onStage(story: (stage: DemoStage) => Promise<void>): Promise<void> {
  rmSync(join(ROOT, '.artifacts/demo'), { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const simulator = createSimulator({ data: folder, clock: new VirtualClock({ flowing: true }) });
  const shell = await serve({ port: 0, root: ROOT, stage: async () => stageOf(simulator) });
  const browser = await launchChromium();
  const app = await AppPage.open(browser, { origins: shell.origins });
  app.page.setDefaultTimeout(PATIENCE_MS);
  try {
    await story({ app, simulator, ...narrator(app) });
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
