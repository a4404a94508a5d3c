import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { serve, type Shell } from '../../tools/simulator/shell/serve';
import { AppPage, type Visit } from './app-page';
import { launchChromium } from './chromium';
import { fixtureStage } from './fixture/stage';

const HOME = '/jira/apps/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d/e0000000-0000-4000-8000-000000000000';

/** A browser on a busy machine. */
jest.setTimeout(30_000);

let browser: Browser;
let shell: Shell;

beforeAll(async () => {
  shell = await serve({ stage: async () => fixtureStage(), port: 0, root: join(__dirname, 'fixture') });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await shell.close();
});

const visit = (how: Omit<Visit, 'origins'>, story: (app: AppPage) => Promise<void>) =>
  AppPage.visit(browser, { origins: shell.origins, ...how }, story);

/** Runs an expression over `bridge`, which is the app's own `@forge/bridge`. */
async function ask(app: AppPage, expression: string): Promise<unknown> {
  const frame = await ready(app);
  return frame.evaluate(expression);
}

async function ready(app: AppPage): Promise<Frame> {
  await app.app.locator('#here:not(:empty)').waitFor();
  return app.appFrame();
}

it('shows the app on another origin, in a sandbox, with what Forge grants and no more', () =>
  visit({}, async (app) => {
    const frame = await ready(app);
    expect(new URL(frame.url()).origin).toBe(shell.origins.app);
    const iframe = app.page.locator('iframe.app-frame');
    expect(await iframe.getAttribute('sandbox')).toBe(
      'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts',
    );
    expect(await iframe.getAttribute('allow')).toContain('clipboard-write');
    await expect(frame.evaluate('window.parent.document')).rejects.toThrow(/cross-origin/);
    await expect(frame.evaluate('window.top.location.href')).rejects.toThrow(/cross-origin/);
    expect(app.errors).toEqual([]);
    await app.screenshot('shell-home-light');
  }));

it('sends the policy that Atlassian computes, and the browser keeps it', () =>
  visit({}, async (app) => {
    const frame = await ready(app);
    const { headers } = await fetch(frame.url());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'self'`);
    expect(policy).toContain(shell.origins.frame);
    expect(policy).toMatch(/script-src 'self' https:\/\/forge\.cdn\.prod\.atlassian-dev\.net/);
    expect(policy).not.toContain('report-uri');

    await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.head.append(script);
    });
    expect(await frame.evaluate('window.smuggled')).toBeUndefined();
    await frame.evaluate(`fetch('https://example.com').catch(() => 'blocked')`);
    expect(await app.takeViolations()).toEqual([
      expect.stringContaining('script-src'),
      expect.stringContaining('connect-src: https://example.com'),
    ]);
  }));

it('fails a test whose page broke the policy', async () => {
  const visited = visit({}, async (app) => {
    await ask(app, `fetch('https://example.com').catch(() => 'blocked')`);
  });
  await expect(visited).rejects.toThrow('connect-src: https://example.com');
});

it.each([
  ['ada', { accountId: 'ada', accountType: 'licensed' }],
  ['uma', { accountId: 'uma', accountType: 'licensed' }],
])('calls the app as the person whom the server knows: %s', (who, principal) =>
  visit({ as: who }, async (app) => {
    const payload = { text: 'ü', deep: [1, { a: null }], principal: 'forged' };
    const answer = await ask(app, `bridge.invoke('whoami', ${JSON.stringify(payload)})`);
    expect(answer).toEqual({ functionKey: 'whoami', moduleKey: 'home', payload, principal });
  }),
);

it('hands the message of a failed call to the page', () =>
  visit({}, async (app) => {
    expect(await ask(app, `bridge.invoke('fail').catch(({ message }) => message)`)).toBe(
      'There was an error invoking the function - it failed.',
    );
    app.errors.length = 0;
  }));

it('tells the page its context, as a global page of Jira has it', () =>
  visit({ path: `${HOME}/first?q=1` }, async (app) => {
    expect(await ask(app, 'bridge.view.getContext()')).toEqual({
      accountId: 'ada',
      cloudId: 'cloud-1',
      siteUrl: 'https://acme.atlassian.net',
      locale: 'en-GB',
      timezone: 'Europe/Berlin',
      localId: `ari:cloud:ecosystem::extension${HOME.slice('/jira/apps'.length)}/static/home`,
      moduleKey: 'home',
      environmentId: 'e0000000-0000-4000-8000-000000000000',
      environmentType: 'DEVELOPMENT',
      theme: {
        colorMode: 'light',
        light: 'light',
        dark: 'dark',
        shape: 'shape',
        spacing: 'spacing',
        typography: 'typography',
        motion: 'motion',
      },
      permissions: { scopes: ['read:jira-work'], external: {} },
      extension: { type: 'jira:globalPage', location: `https://acme.atlassian.net${HOME}/first?q=1` },
    });
  }));

it('keeps the address of the frame and the history of the app in step', () =>
  visit({ path: `${HOME}/second?tab=a#end` }, async (app) => {
    const here = app.app.locator('#here');
    await here.getByText('/second?tab=a#end', { exact: true }).waitFor();

    await app.page.getByRole('link', { name: 'First' }).click();
    await here.getByText('/first', { exact: true }).waitFor();
    expect(await app.page.getByRole('link', { name: 'First' }).getAttribute('aria-current')).toBe('page');

    await ask(app, `appHistory.push('/first/deep?x=1')`);
    await here.getByText('/first/deep?x=1', { exact: true }).waitFor();
    expect(app.page.url()).toBe(`${shell.origins.frame}${HOME}/first/deep?x=1`);

    await app.page.goBack();
    await here.getByText('/first', { exact: true }).waitFor();
    await ask(app, 'appHistory.goBack()');
    await here.getByText('/second?tab=a#end', { exact: true }).waitFor();
    await app.page.goForward();
    await here.getByText('/first', { exact: true }).waitFor();
  }));

it('carries the theme into the app, and keeps it in step', () =>
  visit({}, async (app) => {
    const frame = await ready(app);
    const background = () => frame.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(255, 255, 255)');
    await app.setTheme('dark');
    expect(await frame.evaluate(`document.documentElement.dataset.theme`)).toContain('dark:dark');
    expect(await background()).not.toBe('rgb(255, 255, 255)');
    expect(await ask(app, 'bridge.view.getContext().then(({ theme }) => theme.colorMode)')).toBe('dark');
    await app.screenshot('shell-home-dark');
    await app.page.reload();
    await ready(app);
    expect(await app.page.locator('html').getAttribute('data-color-mode')).toBe('dark');
  }));

it('shows flags, whose actions run in the app', () =>
  visit({}, async (app) => {
    const pressed = ask(
      app,
      `new Promise((resolve) => bridge.showFlag({
      id: 'saved', title: 'Saved', description: 'All of it.', type: 'success',
      actions: [{ text: 'Undo', onClick: () => resolve('undone') }],
    }))`,
    );
    const flag = app.page.getByRole('alert').filter({ hasText: 'Saved' });
    await flag.waitFor();
    await app.screenshot('shell-flag');
    await flag.getByRole('button', { name: 'Undo' }).click();
    expect(await pressed).toBe('undone');
    await flag.getByRole('button', { name: 'Dismiss' }).click();
    expect(await flag.count()).toBe(0);
  }));
