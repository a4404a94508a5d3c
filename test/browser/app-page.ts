import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import type { Origins } from '../../tools/simulator/shell/origins';
import { cookieName } from '../../tools/simulator/shell/session';
import { standInForOutside } from './outside';

export interface Visit {
  readonly origins: Origins;
  /** Account id of the person to be; `anonymous` for nobody. Without it, the first of the seeded people. */
  readonly as?: string;
  /** Path in Jira. Without it, the app's first page. */
  readonly path?: string;
}

declare global {
  interface Window {
    /** Put there by `AppPage`. */
    reportViolation(text: string): void;
  }
}

/** Harmless, and not ours: Atlaskit asks for feature flags that only Atlassian's own pages have. */
const HARMLESS = /feature gate/i;

const ARTIFACTS = join(__dirname, '..', '..', '.artifacts');

/** Jira's frame in a real browser, with the app in it. */
export class AppPage {
  private readonly violations: string[] = [];
  /** Errors on the console, and those that nobody caught. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly origins: Origins,
  ) {}

  /**
   * Opens the page as somebody, runs a story on it, and closes it. Fails with the story, when the page broke its
   * security policy or went outside this machine, and when it left an error that the story has not taken.
   */
  static async visit(browser: Browser, visit: Visit, story: (app: AppPage) => Promise<void>): Promise<void> {
    const app = await AppPage.open(browser, visit);
    try {
      await story(app);
      const violations = await app.takeViolations();
      if (violations.length > 0) throw new Error(`Against the security policy:\n${violations.join('\n')}`);
      if (app.errors.length > 0) throw new Error(`The page complained:\n${app.errors.join('\n')}`);
    } catch (problem) {
      await app.screenshot('failed');
      throw problem;
    } finally {
      await app.context.close();
    }
  }

  /** For longer work than one story: whoever opens it closes its `context`. */
  static async open(browser: Browser, { origins, as, path = '/' }: Visit): Promise<AppPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    if (as)
      await context.addCookies([
        { name: cookieName('person', origins.frame), value: as, url: origins.frame },
      ]);
    const app = new AppPage(await context.newPage(), context, origins);
    await app.watch();
    await app.page.goto(`${origins.frame}${path}`);
    return app;
  }

  /** To find things in the app's own page. */
  get app(): FrameLocator {
    return this.page.frameLocator('iframe.app-frame');
  }

  /** To run things in the app's own page. Waits until its document is there. */
  async appFrame(): Promise<Frame> {
    const element = await this.page.waitForSelector('iframe.app-frame');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The app has no page.');
    await frame.waitForURL((url) => url.origin === this.origins.app);
    return frame;
  }

  /** Violations of the accessibility rules, one line each: in the app's page, or in the frame around it. */
  async axe(where: 'app' | 'frame' = 'app'): Promise<readonly string[]> {
    const frame = where === 'app' ? await this.appFrame() : this.page.mainFrame();
    // Evaluated from outside the page, so the page's security policy does not forbid it.
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate<AxeResults>(
      // Where the frame shows the app, the heading of the page is the app's.
      `axe.run({ exclude: ['iframe'] }, {
        iframes: false,
        rules: { 'page-has-heading-one': { enabled: !document.querySelector('iframe') } },
      })`,
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`,
      ),
    );
  }

  async setTheme(mode: 'light' | 'dark'): Promise<void> {
    const current = await this.page.locator('html').getAttribute('data-color-mode');
    if (current !== mode) await this.page.getByRole('button', { name: 'Dark theme' }).click();
    await this.page.locator(`html[data-color-mode="${mode}"]`).waitFor();
    if ((await this.page.locator('iframe.app-frame').count()) > 0) {
      await this.app.locator(`html[data-color-mode="${mode}"]`).waitFor({ state: 'attached' });
    }
  }

  async setWidth(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 800 });
  }

  /** Puts a picture into `.artifacts/`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(ARTIFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTIFACTS, `${name}.png`), animations: 'disabled' });
  }

  /** What the security policy has blocked, or was asked of the outside, up to now: `directive: address`. Only once. */
  async takeViolations(): Promise<readonly string[]> {
    const aTurnLater = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // A frame that is being replaced at this moment has nothing more to report.
    await Promise.all(this.page.frames().map((frame) => frame.evaluate(aTurnLater).catch(() => undefined)));
    return this.violations.splice(0);
  }

  private async watch(): Promise<void> {
    await standInForOutside(this.context, (url) => this.violations.push(`outside this machine: ${url}`));
    await this.page.exposeFunction('reportViolation', (text: string) => this.violations.push(text));
    await this.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        window.reportViolation(`${effectiveDirective}: ${blockedURI}`);
      });
    });
    this.page.on('pageerror', ({ message }) => this.errors.push(message));
    this.page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) this.errors.push(message.text());
    });
  }
}
