import { readFileSync } from 'node:fs';
import { auditKeys } from '../../src/domain/audit';
import { faultCodes } from '../../src/domain/fault';
import { problemCodes } from '../../src/domain/grant';
import { remedyOf } from '../../src/domain/remedies-of-grants';
import { grantStates, requestStates } from '../../tools/checks/states';
import { DECISION_PAGE, decisionTables, tablesOn } from '../../tools/checks/decision-table';

const page = (name: string) => readFileSync(`docs/${name}.md`, 'utf8');
/** What stands between backticks in the first cell of each row. */
const firstCells = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((row) => /^\| (`[^|]+`) \|/.exec(row)?.[1]?.matchAll(/`([^`]+)`/g) ?? [])
    .flatMap((matches) => [...matches].flatMap(([, word]) => word ?? []));

it('the page on audit events has a row for every event that there is, and for no other', () => {
  expect([...firstCells(page('audit-events'))].sort()).toEqual([...auditKeys].sort());
});

it('the page on errors has a row for every code of a failure', () => {
  const rows = firstCells(page('errors'));
  expect(faultCodes.filter((code) => !rows.includes(code))).toEqual([]);
});

it('the page on states has a row for every state of a request and of a grant, and for no other', () => {
  expect([...firstCells(page('states'))].sort()).toEqual([...requestStates, ...grantStates].sort());
});

describe('the page on what is stuck', () => {
  const text = page('when-something-is-stuck');

  it('has a row for every problem that a grant can have, and for no other', () => {
    const codes = firstCells(text);
    expect([...codes].sort()).toEqual([...problemCodes].sort());
  });

  it.each(problemCodes)('says of %s what the app says', (code) => {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(remedyOf(code));
  });
});

it('the page on decisions says what the code decides', () => {
  const shown = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
  expect(shown(tablesOn(readFileSync(DECISION_PAGE, 'utf8')))).toBe(shown(decisionTables()));
});
