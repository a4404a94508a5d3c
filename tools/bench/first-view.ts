import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../../test/browser/chromium';
import { createSimulator } from '../simulator/simulator';
import { serve } from '../simulator/shell/serve';
import { stageOf } from '../simulator/shell/stage-of';

const ROOT = join(__dirname, '../..');
const RUNS = 5;

export interface FirstView {
  /** JavaScript of the app's own page, gzipped, before the list could be used. Kilobytes of 1,000 bytes. */
  readonly kilobytes: number;
  /** From asking for Jira's frame to a list that can be used, the median of five fresh browsers. Milliseconds. */
  readonly milliseconds: number;
}

/** Opens App Connections in real Chromium with an empty cache, over the local shell. */
export async function measureFirstView(): Promise<FirstView> {
  const shell = await serve({ port: 0, root: ROOT, stage: async () => stageOf(createSimulator()) });
  const browser = await launchChromium();
  try {
    const views: FirstView[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const scripts: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        const ofTheApp = response.url().startsWith(shell.origins.app);
        if (ofTheApp && response.request().resourceType() === 'script') scripts.push(response.body());
      });
      const began = performance.now();
      await page.goto(shell.origins.frame);
      const app = page.frameLocator('iframe.app-frame');
      await app
        .getByRole('link', { name: 'Add Integration' })
        .or(app.getByRole('button', { name: 'Add Integration' }))
        .first()
        .waitFor();
      const milliseconds = performance.now() - began;
      const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
      views.push({ kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1_000, milliseconds });
      await context.close();
    }
    return median(views);
  } finally {
    await browser.close();
    await shell.close();
  }
}

function median(views: readonly FirstView[]): FirstView {
  const times = views.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const [kilobytes, milliseconds] = [
    Math.max(...views.map((view) => view.kilobytes)),
    times[Math.floor(RUNS / 2)],
  ];
  return { kilobytes, milliseconds: milliseconds ?? Infinity };
}
