import { ask, HOME, ready, useFixture } from './fixture/open';

const { shell, visit } = useFixture();

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

it('opens a modal dialog of the app, hands it its context, and hands back what it closes with', () =>
  visit({}, async (app) => {
    const closed = ask(
      app,
      `new Promise((onClose) => new bridge.Modal({
        title: 'Choose', size: 'small', context: { id: 7 }, onClose,
      }).open())`,
    );
    const dialog = app.page.getByRole('dialog', { name: 'Choose' });
    const inside = dialog.frameLocator('iframe');
    await inside.getByText('modal {"id":7}').waitFor();
    await app.screenshot('shell-modal');
    await inside.getByRole('button', { name: 'Choose this' }).click();
    expect(await closed).toEqual({ chosen: { id: 7 } });
    expect(await dialog.count()).toBe(0);
  }));

it('closes a modal dialog with Escape, and beside it, unless the app says otherwise', () =>
  visit({}, async (app) => {
    await ready(app);
    const dialog = app.page.getByRole('dialog', { name: 'Choose' });
    const open = (options: string) =>
      ask(
        app,
        `new Promise((done) => new bridge.Modal({
          title: 'Choose', onClose: (payload) => done(['closed', payload]), ${options}
        }).open())`,
      );
    const byEscape = open('');
    await dialog.waitFor();
    await app.page.keyboard.press('Escape');
    expect(await byEscape).toEqual(['closed', undefined]);

    const byOverlay = open('closeOnEscape: false');
    await dialog.waitFor();
    await app.page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await app.page.mouse.click(5, 5);
    expect(await byOverlay).toEqual(['closed', undefined]);
  }));

it('carries events between the pages of the app, until they are unsubscribed', () =>
  visit({}, async (app) => {
    const heard = await ask(
      app,
      `(async () => {
        const heard = [];
        const { unsubscribe } = await bridge.events.on('moved', (payload) => heard.push(payload));
        await bridge.events.emit('moved', { to: 1 });
        await bridge.events.emit('other', { to: 2 });
        await bridge.events.emitPublic('moved', { to: 3 });
        await unsubscribe();
        await bridge.events.emit('moved', { to: 4 });
        return heard;
      })()`,
    );
    expect(heard).toEqual([{ to: 1 }]);
  }));

it('asks Jira for the page as its user', () =>
  visit({ as: 'uma' }, async (app) => {
    const answer = await ask(
      app,
      `bridge.requestJira('/rest/api/3/myself', { method: 'PUT', body: '{}' }).then((response) => response.json())`,
    );
    expect(answer).toEqual({
      as: { accountId: 'uma', accountType: 'licensed' },
      product: 'jira',
      restPath: '/rest/api/3/myself',
      method: 'PUT',
    });
  }));

it('names places on the site itself, and goes there in the frame', () =>
  visit({}, async (app) => {
    expect(await ask(app, `bridge.router.getUrl({ target: 'issue', issueKey: 'A-1' }).then(String)`)).toBe(
      'https://acme.atlassian.net/browse/A-1',
    );
    expect(
      await ask(
        app,
        `bridge.router.getUrl({ target: 'module', moduleKey: 'home', path: 'first' }).then(String)`,
      ),
    ).toBe(`https://acme.atlassian.net${HOME}/first`);
    await ask(app, `void bridge.router.navigate({ target: 'userProfile', accountId: 'uma' })`);
    await app.page.getByRole('heading', { name: 'Uma User' }).waitFor();
  }));

it('never leaves for an address that runs code', () =>
  visit({}, async (app) => {
    const said = await ask(
      app,
      `bridge.router.navigate('javascript:alert(1)').catch(({ message }) => message)`,
    );
    expect(said).toBe('Refused to go to javascript:.');
  }));

it('sets the title of the window', () =>
  visit({}, async (app) => {
    await ask(app, `bridge.view.changeWindowTitle('Connections')`);
    expect(await app.page.title()).toBe('Connections');
  }));

it.each(['close', 'submit', 'refresh', 'open'])('refuses to %s a full page, as Jira does', (act) =>
  visit({}, async (app) => {
    expect(await ask(app, `bridge.view.${act}().catch(({ message }) => message)`)).toMatch(
      /^this resource's view is not \w+able\.$/,
    );
  }),
);

it('says which method of the bridge it does not have', () =>
  visit({}, async (app) => {
    for (const name of ['openRovo', 'toString', '__proto__']) {
      const said = await ask(app, `__bridge.callBridge('${name}').catch(({ message }) => message)`);
      expect(said).toBe(`The simulated bridge has no ${name}.`);
    }
  }));

it('plays a lost answer and a broken platform to the page', () =>
  visit({}, async (app) => {
    shell()
      .stage()
      .faults.declare(
        {
          id: 'lost',
          match: { service: 'bridge', key: 'a', phase: 'after' },
          effect: { kind: 'lose-response' },
        },
        {
          id: 'down',
          match: { service: 'bridge', key: 'b' },
          effect: { kind: 'error', status: 503, body: '<html>' },
        },
      );
    const invoke = (key: string) => ask(app, `bridge.invoke('${key}').catch(({ message }) => message)`);
    expect(await invoke('a')).toBe('fetch failed');
    expect(await invoke('b')).toBe('The platform answered 503.');
    expect(shell().stage().faults.unfired()).toEqual([]);
    shell().stage().faults.clear();
    app.errors.length = 0;
  }));
