import { ann, EchoSite, forgeApi, forgeKvs, installationOn, stage, turns } from './stage';

it('never mixes up two installations, however their invocations interleave', async () => {
  const { host } = stage({
    calls: {
      visit: async ({ payload }) => {
        const { kvs } = forgeKvs();
        const visit = Number(payload);
        await turns(visit % 7);
        await kvs.set(`visit-${visit}`, forgeApi().getAppContext().installationAri.installationId);
        await kvs.setSecret('secret', forgeApi().getAppContext().installationAri.installationId);
        await turns(visit % 5);
        const answer = await forgeApi()
          .asApp()
          .requestJira(forgeApi().route`/rest/api/3/serverInfo`);
        const { site }: { site: string } = (await answer.json()) as { site: string };
        const listed = await kvs.query().limit(100).getMany();
        console.log('visit', visit);
        return {
          site,
          secret: await kvs.getSecret('secret'),
          keys: listed.results.map(({ value }) => value),
        };
      },
    },
  });
  const homes = ['cloud-a', 'cloud-b'].map((cloudId) =>
    installationOn(new EchoSite(cloudId, `https://${cloudId}.atlassian.net`)),
  );
  const visits = Array.from({ length: 200 }, async (_, visit) => {
    const home = homes[visit % 2] ?? installationOn(new EchoSite());
    const call = { moduleKey: 'home', functionKey: 'visit', payload: visit, principal: ann };
    const { site, secret, keys } = (await host.invoke(home, call)) as {
      site: string;
      secret: string;
      keys: string[];
    };
    return [home.site.cloudId === site, home.id === secret, keys.every((value) => value === home.id)];
  });
  expect((await Promise.all(visits)).flat().filter((right) => !right)).toEqual([]);
  for (const home of homes) {
    const { plain } = host.storage.dump(home.id);
    expect([Object.keys(plain).length, ...new Set(Object.values(plain))]).toEqual([100, home.id]);
  }
  const records = host.invocations();
  expect(records).toHaveLength(200);
  expect(records.filter(({ logs, storage }) => logs.length !== 1 || storage.requests !== 4)).toEqual([]);
});

it('serves two hosts in one process, each its own', async () => {
  const calls = { where: async () => forgeKvs().kvs.get('host') };
  const [one, two] = [stage({ calls }), stage({ calls: { set: () => forgeKvs().kvs.set('host', 'two') } })];
  await two.call('set');
  expect(await one.call('where')).toBeUndefined();
  two.host.close();
  expect(await one.call('where')).toBeUndefined();
});
