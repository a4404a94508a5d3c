import { ann, forgeApi, inApp, stage } from './stage';

it('tells the app who calls, from where, and for which installation', async () => {
  const { result, installation } = await inApp(() => undefined, {});
  expect(result).toBeUndefined();
  const { call } = stage({ calls: { who: ({ context }) => context } });
  expect(await call('who')).toMatchObject({
    accountId: 'ann',
    accountType: 'licensed',
    cloudId: 'cloud-a',
    siteUrl: 'https://acme.atlassian.net',
    moduleKey: 'home',
    environmentType: 'DEVELOPMENT',
    extension: { type: 'jira:globalPage' },
    installContext: 'ari:cloud:jira::site/cloud-a',
    installation: { ari: { installationId: installation.id } },
  });
});

it('gives the real @forge/api its context', async () => {
  const { result, installation } = await inApp(() => {
    const { appAri, installationAri, invocationRemainingTimeInMillis } = forgeApi().getAppContext();
    return {
      app: String(appAri),
      installation: String(installationAri),
      left: invocationRemainingTimeInMillis(),
    };
  });
  expect(result).toEqual({
    app: 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000001',
    installation: `ari:cloud:ecosystem::installation/${installation.id}`,
    left: 25_000,
  });
});

it('answers plain JSON: what cannot be JSON is a failure, and objects are copies', async () => {
  const own = { a: 1, gone: undefined };
  const { call } = stage({ calls: { own: () => own, big: () => 1n } });
  const copy = await call('own');
  expect(copy).toEqual({ a: 1 });
  expect(copy).not.toBe(own);
  await expect(call('big')).rejects.toThrow('There was an error invoking the function.');
});

it('keeps an error to the record and tells the page nothing of it', async () => {
  const { call, last } = stage({
    calls: {
      fail: () => {
        throw new Error('the private cause');
      },
    },
  });
  const told: unknown = await call('fail').catch((error: unknown) => error);
  expect(told).toMatchObject({ message: 'There was an error invoking the function.', outcome: 'failed' });
  expect(JSON.stringify(told)).not.toContain('private');
  expect(last()).toMatchObject({
    outcome: 'failed',
    error: expect.stringContaining('the private cause') as string,
  });
});

it('refuses a request over 500 KB before any app code runs, and a response over 5 MB', async () => {
  const { call, host } = stage({
    calls: { size: ({ payload }) => payload, much: () => 'x'.repeat(5_000_000) },
  });
  await expect(call('size', 'x'.repeat(499_990))).resolves.toHaveLength(499_990);
  const before = host.invocations().length;
  await expect(call('size', 'x'.repeat(500_000))).rejects.toMatchObject({ outcome: 'refused' });
  expect(host.invocations()).toHaveLength(before);
  await expect(call('much')).rejects.toThrow('There was an error invoking the function.');
});

it('refuses a module without a resolver, and a module or call that does not exist', async () => {
  const { host, installation, call } = stage();
  const from = (moduleKey: string) =>
    host.invoke(installation, { moduleKey, functionKey: 'x', principal: ann });
  await expect(from('mute')).rejects.toMatchObject({ outcome: 'refused' });
  await expect(from('nowhere')).rejects.toMatchObject({ outcome: 'refused' });
  await expect(call('unknown')).rejects.toMatchObject({ outcome: 'failed' });
});

it('stands for an anonymous visitor by "unidentified" or by nobody, as the variant says', async () => {
  const visitor = { accountId: 'whatever', accountType: 'anonymous' } as const;
  const calls = { who: ({ context }: { context: unknown }) => context };
  const said = await stage({ calls }).call('who', undefined, visitor);
  expect(said).toMatchObject({ accountId: 'unidentified', accountType: 'anonymous' });
  const silent = await stage({ calls, variants: { anonymous: 'absent' } }).call('who', undefined, visitor);
  expect(silent).not.toHaveProperty('accountId');
});

it('writes what the app says to its console into the record, up to 100 lines a minute, and nowhere else', async () => {
  const spy = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const { last } = await inApp(() => {
    console.warn('careful %s', 'now', { a: [1] });
    for (let line = 0; line < 150; line += 1) console.log(line);
  });
  const logs = last()?.logs ?? [];
  expect(logs[0]).toBe('WARN careful now { a: [ 1 ] }');
  expect(logs).toHaveLength(101);
  expect(logs.at(-1)).toContain('dropped');
  expect(spy).not.toHaveBeenCalled();
  console.log('outside');
  expect(spy).toHaveBeenCalledWith('outside');
});

it('keeps at most 200 kB of what one invocation logs', async () => {
  const { last } = await inApp(() => {
    for (let line = 0; line < 30; line += 1) console.log('x'.repeat(10_000));
  });
  expect(last()?.logs.join('').length).toBeLessThan(201_000);
});
