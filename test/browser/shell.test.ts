import { ask, ready, useFixture } from './fixture/open';

const { shell, visit } = useFixture();

it('shows the app on another origin, in a sandbox, with what Forge grants and no more', () =>
  visit({}, async (app) => {
    const frame = await ready(app);
    expect(new URL(frame.url()).origin).toBe(shell().origins.app);
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
    expect(policy).toContain(shell().origins.frame);
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
    app.errors.length = 0;
  }));

it('fails a test whose page broke the policy', async () => {
  const visited = visit({}, async (app) => {
    await ask(app, `fetch('https://example.com').catch(() => 'blocked')`);
  });
  await expect(visited).rejects.toThrow('connect-src: https://example.com');
});

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
