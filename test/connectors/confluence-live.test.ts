import { connectorContract } from '../contracts/connector.contract';
import { liveStage, missing, needed } from '../live/stage';
import { confluenceWorld } from './confluence-world';

const env = {
  SITE_URL: 'https://acme.atlassian.net',
  PERSON_EMAIL: 'lena@acme.example',
  GROUP_NAME: 'Marketing',
  STRANGER_EMAIL: 'stranger@elsewhere.example',
};

// What is run against a real site is itself tried here, against the simulated one.
for (const token of ['olga', 'scoped']) {
  connectorContract(`Confluence, set up by its environment, token ${token},`, () => {
    const { installation, typed } = confluenceWorld({ token });
    const { http, wait } = installation;
    return liveStage({
      env: { ...env, ADMIN_EMAIL: typed.adminEmail, API_TOKEN: typed.apiToken },
      http,
      wait,
    });
  });
}

it('names what is missing before a real site can be asked', () => {
  expect(missing({})).toHaveLength(Object.keys(needed).length);
  expect(missing({ ...env, ADMIN_EMAIL: 'olga@acme.example' })).toEqual([
    expect.stringContaining('API_TOKEN'),
  ]);
});

it('does not start with a credential that is refused', async () => {
  const { installation, typed } = confluenceWorld({ token: 'revoked' });
  const { http, wait } = installation;
  const refused = liveStage({ env: { ...env, ADMIN_EMAIL: typed.adminEmail, API_TOKEN: 'x' }, http, wait });
  await expect(refused).rejects.toThrow('The credential is refused');
});
