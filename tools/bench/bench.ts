import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acme } from '../simulator/atlassian/worlds/acme';
import { burstFigures, figuresOf, isOver, requestFigures, sweepFigures, type Figure } from './budgets';
import { countCalls } from './calls';
import { measureBurst } from './burst';
import { measureSweep } from './crowds';
import { measureFirstView } from './first-view';
import { ADDED_MS, searchP95 } from './latency';
import type { Use } from './measure';
import { countRequestSteps, type RequestUse } from './requests';

const README = join(__dirname, '../../README.md');
const TABLE = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** `npm run bench`: prints every figure, fails when one is over its budget, and with `--write` records the table. */
async function bench(): Promise<void> {
  const counted = [
    ...(await countCalls('', acme.people.orgAdmin)),
    ...(await countCalls(', token with scopes', acme.tokens.scoped)),
  ].filter(({ name }) => !/^(open|list).*scopes/.test(name));
  const large = `p95, 20,000 people and 10,000 groups, ${ADDED_MS} ms more per site call`;
  const [people, groups] = [await searchP95('person'), await searchP95('groups')];
  const view = await measureFirstView();
  const steps = await countRequestSteps();
  const measured: readonly Figure[] = [
    ...sweepFigures(await measureSweep()),
    ...burstFigures(await measureBurst()),
    { what: `one search of people, ${large}`, value: Math.round(people), unit: 'ms', budget: 1_000 },
    { what: `one search of groups, ${large}`, value: Math.round(groups), unit: 'ms', budget: 1_000 },
    {
      what: 'JavaScript before the first view, gzipped',
      value: Math.round(view.kilobytes),
      unit: 'KB',
      budget: 300,
    },
    { what: 'first usable view in Chromium', value: Math.round(view.milliseconds), unit: 'ms' },
  ];
  const tables = [callTable(counted), stepTable(steps), figureTable(measured)].join('\n\n');
  console.log(tables);
  const figures = [...counted.flatMap(figuresOf), ...steps.flatMap(requestFigures), ...measured];
  if (process.argv.includes('--write')) {
    writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, `$1\n${tables}\n\n$2`));
  }
  const over = figures.filter(isOver);
  for (const { what, value, budget } of over)
    console.error(`over budget: ${what} is ${value}, at most ${budget}`);
  console.log(`${figures.length} figures, ${over.length} over budget`);
  process.exitCode = over.length > 0 ? 1 : 0;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const within = ({ value, unit, budget }: Figure): string =>
  [`${value} ${unit}`.trim(), ...(budget === undefined ? [] : [`(≤ ${budget})`])].join(' ');

function callTable(uses: readonly Use[]): string {
  const head = ['call', 'site calls', 'door', 'storage reads', 'storage writes'];
  const lines = uses.map((use) => [use.name, ...figuresOf(use).map(within)]);
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...lines].map(row).join('\n');
}

function stepTable(steps: readonly RequestUse[]): string {
  const head = [
    'step of a request',
    'directory calls',
    'service desk calls',
    'storage reads',
    'storage writes',
  ];
  const lines = steps.map((step) => [step.name, ...requestFigures(step).map(within)]);
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...lines].map(row).join('\n');
}

function figureTable(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => [figure.what, within(figure)]);
  return [['measured', 'now'], ['---', '---:'], ...lines].map(row).join('\n');
}

void bench();
