import { startApp } from '../start';

it('a request that the app does not know leads to the page Requests, not to another one', async () => {
  const { call } = startApp();
  const reply = await call('request.read', { issueId: '99999' });
  expect(reply).toMatchObject({
    ok: false,
    problem: { code: 'not-found', remedy: 'Go to the page Requests and look for it there.' },
  });
});
