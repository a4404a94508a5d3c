import { chromium } from 'playwright-core';
import { findChromium, packagedChromium } from './chromium';

const isSupported = process.platform === 'linux' && process.arch === 'x64';

it('runs the Chromium of `npm ci` with nothing of the machine but its kernel, where there is one', async () => {
  if (!isSupported) return expect(packagedChromium()).rejects.toThrow('No Chromium found.');
  const { path, env } = await packagedChromium();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'], env: { ...env } });
  const page = await browser.newPage();
  await page.setContent('<h1 style="font: 20px sans-serif">Hello</h1>');
  expect(await page.getByRole('heading').textContent()).toBe('Hello');
  const { width } = (await page.locator('h1').boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(0);
  return browser.close();
});

it('says so when $CHROMIUM_PATH names nothing', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  try {
    await expect(findChromium()).rejects.toThrow(
      '$CHROMIUM_PATH names /nowhere/chromium, which does not exist.',
    );
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
