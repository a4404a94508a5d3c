import { parseArgs } from 'node:util';
import { loadDocuments } from './documents';
import { judgeLoop } from './loop';
import { checkContract } from './run';
import { spoilOne } from './spoil';

/**
 * `npm run contract`: the simulated site, and what the app asks of it, against Atlassian's OpenAPI documents.
 * `--specs DIR` (or `SPECS`) names the folder that holds them; `--break` makes one answer wrong, to show that the check
 * would notice.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { specs: { type: 'string' }, break: { type: 'boolean' } } });
  const documents = await loadDocuments(values.specs ?? process.env['SPECS'] ?? '../shared/specs');
  const { operations, exchanges, violations } = await checkContract(
    documents,
    values.break ? spoilOne : undefined,
  );
  const loop = await judgeLoop(documents);
  const found = [...violations, ...loop.violations];
  for (const violation of found) console.error(violation);
  console.log(`operations ${operations}, exchanges ${exchanges}, violations ${violations.length}`);
  console.log(
    `what the app asks: operations ${loop.operations.length}, exchanges ${loop.exchanges}, ` +
      `violations ${loop.violations.length}`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}

void main();
