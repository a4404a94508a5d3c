import { commands } from '../../src/forge/commands';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { FaultEffect } from '../../tools/simulator/faults';
import type { PlatformPrincipal } from '../../tools/simulator/forge/platform';
import { startApp } from '../start';

const calls = Object.keys(commands);
const { people } = acme;

type App = ReturnType<typeof startApp>;
type Outcome = 'let in' | 'not-allowed' | 'not-confirmed';

const principal = (accountId: string, accountType: PlatformPrincipal['accountType']) => ({
  accountId,
  accountType,
});

interface CallerClass {
  readonly who: string;
  readonly as: PlatformPrincipal;
  readonly outcome: Outcome;
  readonly before?: (app: App) => unknown;
}

const troubles: readonly (readonly [string, FaultEffect])[] = [
  ['Jira fails', { kind: 'error', status: 500, body: '<html>oops</html>' }],
  ['Jira does not answer', { kind: 'timeout' }],
  ['Jira says something else', { kind: 'answer', body: '{"permissions":{}}' }],
  [
    'Jira says yes in a word',
    { kind: 'answer', body: '{"permissions":{"ADMINISTER":{"havePermission":"true"}}}' },
  ],
];

const admin = principal(people.orgAdmin.accountId, 'licensed');

const callers: readonly CallerClass[] = [
  { who: 'a Jira admin', as: admin, outcome: 'let in' },
  {
    who: 'a project admin',
    as: principal(people.projectAdmin.accountId, 'licensed'),
    outcome: 'not-allowed',
  },
  { who: 'a plain user', as: principal(people.plainUser.accountId, 'licensed'), outcome: 'not-allowed' },
  { who: 'a JSM customer', as: principal(people.customer.accountId, 'customer'), outcome: 'not-allowed' },
  { who: 'somebody anonymous', as: principal('unidentified', 'anonymous'), outcome: 'not-allowed' },
  {
    who: 'a Jira admin when Jira refuses to say',
    as: admin,
    outcome: 'not-allowed',
    before: (app) =>
      app.faults.declare({
        id: 'permission',
        match: { operation: 'GET /rest/api/3/mypermissions' },
        effect: { kind: 'error', status: 403 },
      }),
  },
  ...troubles.map(([what, effect]): CallerClass => ({
    who: `a Jira admin when ${what}`,
    as: admin,
    outcome: 'not-confirmed',
    before: (app) =>
      app.faults.declare({ id: 'permission', match: { operation: 'GET /rest/api/3/mypermissions' }, effect }),
  })),
];

describe.each(callers)('$who', ({ as, outcome, before }) => {
  it.each(calls)(`calling %s is ${outcome}`, async (name) => {
    const app = startApp();
    before?.(app);
    const reply = await app.invoke(name, { id: 'made-up' }, as);
    const code = (reply as { problem?: { code: string } }).problem?.code;
    if (outcome === 'let in') expect(code ?? '').not.toMatch(/^not-(allowed|confirmed)$/);
    else expect(code).toBe(outcome);
    const { storage } = app.forge.invocations().at(-1) ?? { storage: undefined };
    if (outcome !== 'let in') expect(storage).toMatchObject({ requests: 0 });
    app.close();
  });
});

it.each([
  'nothing.here',
  '',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'valueOf',
  'connection',
])('there is no call named "%s", not even for an admin', async (name) => {
  const app = startApp();
  expect(await app.invoke(name, {}, admin)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  app.close();
});

it('every call names its role and its event, or says why it leaves none', () => {
  for (const { role, audit } of Object.values(commands)) {
    expect(role).toBe('jira-admin');
    expect(typeof audit === 'string' ? audit : audit.none).toMatch(/\w{3,}/);
  }
});

it('who calls comes from the platform: a payload that claims to be somebody is refused', async () => {
  const app = startApp();
  const payload = { accountId: people.orgAdmin.accountId, context: { accountId: people.orgAdmin.accountId } };
  const as = principal(people.plainUser.accountId, 'licensed');
  expect(await app.invoke('connection.list', payload, as)).toMatchObject({
    problem: { code: 'not-allowed' },
  });
  app.close();
});
