import { ask, HOME, useFixture } from './fixture/open';

const { shell, visit } = useFixture();

it('keeps the address of the frame and the history of the app in step', () =>
  visit({ path: `${HOME}/second?tab=a#end` }, async (app) => {
    const here = app.app.locator('#here');
    await here.getByText('/second?tab=a#end', { exact: true }).waitFor();

    await app.page.getByRole('link', { name: 'First' }).click();
    await here.getByText('/first', { exact: true }).waitFor();
    expect(await app.page.getByRole('link', { name: 'First' }).getAttribute('aria-current')).toBe('page');

    await ask(app, `appHistory.push('/first/deep?x=1')`);
    await here.getByText('/first/deep?x=1', { exact: true }).waitFor();
    expect(app.page.url()).toBe(`${shell().origins.frame}${HOME}/first/deep?x=1`);

    await app.page.goBack();
    await here.getByText('/first', { exact: true }).waitFor();
    await ask(app, 'appHistory.goBack()');
    await here.getByText('/second?tab=a#end', { exact: true }).waitFor();
    await app.page.goForward();
    await here.getByText('/first', { exact: true }).waitFor();
  }));
