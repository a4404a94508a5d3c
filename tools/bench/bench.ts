import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acme } from '../simulator/atlassian/worlds/acme';
import { figuresOf, isOver, type Figure } from './budgets';
import { countCalls } from './calls';
import { measureFirstView } from './first-view';
import { ADDED_MS, searchP95 } from './latency';

const README = join(__dirname, '../../README.md');
const TABLE = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** `npm run bench`: prints every figure, fails when one is over its budget, and with `--write` records the table. */
async function bench(): Promise<void> {
  const counted = [
    ...(await countCalls('', acme.people.orgAdmin)),
    ...(await countCalls(', token with scopes', acme.tokens.scoped)),
  ].filter(({ name }) => !/^(open|list).*scopes/.test(name));
  const large = `20,000 people, 10,000 groups, ${ADDED_MS} ms added per site call`;
  const people = await searchP95('person');
  const groups = await searchP95('groups');
  const view = await measureFirstView();
  const figures: readonly Figure[] = [
    ...counted.flatMap(figuresOf),
    { what: `search of people p95 (${large})`, value: Math.round(people), unit: 'ms', budget: 1_000 },
    { what: `search of groups p95 (${large})`, value: Math.round(groups), unit: 'ms', budget: 1_000 },
    {
      what: 'JavaScript before the first view, gzipped',
      value: Math.round(view.kilobytes),
      unit: 'KB',
      budget: 300,
    },
    { what: 'first usable view in Chromium', value: Math.round(view.milliseconds), unit: 'ms' },
  ];
  const table = tableOf(figures);
  console.log(table);
  if (process.argv.includes('--write')) {
    writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, `$1\n${table}\n\n$2`));
  }
  const over = figures.filter(isOver);
  for (const { what, value, budget } of over)
    console.error(`over budget: ${what} is ${value}, at most ${budget}`);
  console.log(`${figures.length} figures, ${over.length} over budget`);
  process.exitCode = over.length > 0 ? 1 : 0;
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, budget }) => [
    what,
    `${value} ${unit}`.trim(),
    budget === undefined ? '' : `≤ ${budget}`,
  ]);
  const lines = [['figure', 'now', 'budget'], ['---', '---:', '---:'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

void bench();
