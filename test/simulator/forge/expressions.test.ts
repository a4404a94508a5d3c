import { readExpression } from '../../../tools/simulator/forge/triggers/expression';

const event = {
  issue: {
    fields: { labels: ['access', 'urgent'], issuetype: { name: 'Service Request' }, votes: 3, gone: null },
  },
  changelog: { items: [{ field: 'status', to: '10002' }, { field: 'assignee' }] },
};
const evaluate = (text: string) => readExpression(text)({ event });

it.each([
  ["event.changelog.items.some(i => i.field == 'status')", true],
  ["event.changelog.items.every(i => i.field === 'status')", false],
  ["event.changelog.items.filter(i => i.field != 'status').length == 1", true],
  ["event.changelog.items.map(i => i.field).includes('assignee')", true],
  ["event.issue.fields.labels.includes('urgent') && !event.issue.fields.labels.includes('late')", true],
  ["event['issue'].fields.issuetype.name.includes('Request')", true],
  ['event.issue.fields.votes > 2 || event.nothing.at.all', true],
  ["['status', 'assignee'].includes(event.changelog.items[0].field)", true],
  ['event.issue.fields.votes < 3 ? true : false', false],
  ['event.issue.fields.gone == null', true],
])('%s is %s', (text, expected) => {
  expect(evaluate(text)).toBe(expected);
});

it.each([
  ['event?.comment?.author?.accountId == null', true],
  ["event.issue.fields?.labels?.includes('access')", true],
  ["event?.comment?.labels?.includes('access') == null", true],
])('what may be absent is asked for with ?., as in %s', (text, expected) => {
  expect(evaluate(text)).toBe(expected);
});

it.each([
  'event.comment == null',
  'event.comment?.author == null',
  'event.comment?.author.accountId == null',
  'event.issue.fields.votes && true',
  "event.issue.fields.votes > '2'",
  'event.constructor == null',
  "event.issue.fields.labels.join('')",
])('%s fails', (text) => {
  expect(() => evaluate(text)).toThrow();
});

it.each([
  'event.issue = 1',
  'fetch("x")',
  'event.issue, true',
  'event ==',
  'x => { return 1 }',
  'new Date()',
  '`a`',
])('%s is no expression of a filter', (text) => {
  expect(() => readExpression(text)).toThrow(SyntaxError);
});
