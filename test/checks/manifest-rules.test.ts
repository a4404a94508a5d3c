import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { checkText } from '../../tools/checks/forge-check/own';

const manifest = readFileSync('manifest.yml', 'utf8');
/** The manifest with something put at a place; a list gets one more entry where the place ends in `+`. */
const having = (...changes: readonly (readonly [place: string, value: unknown])[]) => {
  const document = parseDocument(manifest);
  for (const [place, value] of changes) {
    const path = place.replace(/\+$/, '').split('/');
    const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    if (place.endsWith('+') && document.hasIn(steps)) document.addIn(steps, document.createNode(value));
    else document.setIn(steps, document.createNode(place.endsWith('+') ? [value] : value));
  }
  return document.toString();
};
const faults = (text: string) => checkText(text).findings.map(({ by }) => by);
const schedule = (key: string, interval: string) => ({ key, function: 'on-day', interval });
const trigger = (extra: object) => ({
  key: 't',
  function: 'on-day',
  events: ['avi:jira:updated:issue'],
  ...extra,
});

/** The icons are there only once the page has been built, which a unit test does not ask for. */
const unbuilt = faults(manifest).filter((fault) => fault !== 'icons');

it('the manifest of the app breaks no rule', () => expect(unbuilt).toEqual([]));

it.each([
  ['a property nobody knows in the app', 'unknown-property', having(['app/runtime/memory', 512])],
  [
    'a property nobody knows in a page',
    'unknown-property',
    having(['modules/jira:globalPage/0/pages/0/titel', 'x']),
  ],
  [
    'a property nobody knows in a function',
    'unknown-property',
    having(['modules/function/1/timeoutSecond', 30]),
  ],
  ['a property nobody knows in the permissions', 'unknown-property', having(['permissions/scope', []])],
  ['a section nobody knows', 'unknown-property', having(['module', {}])],
  [
    'an event that nobody sends',
    'events',
    having(['modules/trigger+', trigger({ events: ['avi:jira:upated:issue'] })]),
  ],
  [
    'a filter that cannot be read',
    'expressions',
    having(['modules/trigger+', trigger({ filter: { expression: 'a ==' } })]),
  ],
  [
    'six schedules',
    'schedules',
    having(...[1, 2, 3, 4, 5].map((n) => ['modules/scheduledTrigger+', schedule(`s${n}`, 'hour')] as const)),
  ],
  [
    'two schedules of five minutes',
    'schedules',
    having(...[1, 2].map((n) => ['modules/scheduledTrigger+', schedule(`s${n}`, 'fiveMinute')] as const)),
  ],
  [
    'an index whose range has two attributes',
    'indexes',
    having(['app/storage/entities/0/indexes/0/range', ['at', 'on']]),
  ],
  [
    'an index over an attribute of type any',
    'indexes',
    having(['app/storage/entities/1/attributes/holds/type', 'any']),
  ],
  ['a partition of type any', 'indexes', having(['app/storage/entities/0/attributes/on/type', 'any'])],
  ['a retired runtime', 'runtime', having(['app/runtime/name', 'nodejs20.x'])],
  ['more memory than there is', 'memory', having(['app/runtime/memoryMB', 2048])],
  ['no product that is required', 'required-product', having(['app/compatibility/jira/required', false])],
  [
    'two consumers of one queue',
    'queues',
    having(
      ...['a', 'b'].map((key) => ['modules/consumer+', { key, queue: 'work', function: 'on-day' }] as const),
    ),
  ],
  [
    'two pages with one route',
    'routes',
    having(['modules/jira:globalPage/0/pages+', { title: 'x', route: 'connections' }]),
  ],
  [
    'an icon that does not exist',
    'icons',
    having(['modules/jira:globalPage/0/pages/0/icon', 'resource:admin-page;none.svg']),
  ],
  [
    'an icon of a resource that does not exist',
    'icons',
    having(['modules/jira:globalPage/0/icon', 'resource:none;a.svg']),
  ],
  [
    'a stranger let in',
    'unlicensed-access',
    having(['modules/jira:globalPage/0/unlicensedAccess', ['everyone']]),
  ],
  [
    'a post function whose pages can save nothing',
    'post-functions',
    having(['modules/jira:workflowPostFunction+', { key: 'p', create: { resource: 'admin-page' } }]),
  ],
  ['an app without an identifier', 'app-id', having(['app/id', 'ari:cloud:ecosystem::app/mine'])],
  [
    'a scope that does not say what it is for',
    'comments',
    having(['permissions/scopes+', 'write:jira-work']),
  ],
  [
    'a host that does not say what it is for',
    'comments',
    having(['permissions/external/fetch/backend+', { address: 'https://example.com' }]),
  ],
])('%s is refused', (_, rule, text) => {
  expect(faults(text)).toContain(rule);
});

it('an event that is sent, a filter that can be read and a scope with its reason are not refused', () => {
  const good = trigger({ filter: { expression: "event.changelog?.items.some(i => i.field == 'status')" } });
  const text = having(['modules/trigger+', good], ['permissions/scopes', { 'read:jira-work': {} }]);
  const explained = text.replace('read:jira-work: {}', 'read:jira-work: {} # why');
  expect(faults(explained).filter((fault) => fault !== 'icons')).toEqual([]);
});
