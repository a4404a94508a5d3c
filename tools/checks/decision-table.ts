import { readFileSync, writeFileSync } from 'node:fs';
import { decide, type DecideInput } from '../../src/domain/decide';
import {
  anApproval,
  aPolicy,
  aSnapshot,
  aStatus,
  aTicket,
  aTrigger,
  moved,
} from '../../test/domain/builders';

/** Two of these have to approve. Rae asks for herself; Eve is nobody the rule knows. */
const input = (over: Partial<DecideInput>): DecideInput => ({
  policy: aPolicy({ count: 2 }),
  trigger: aTrigger(),
  decision: { approved: [aStatus('approved')], declined: [aStatus('declined')] },
  snapshot: aSnapshot(),
  ticket: aTicket(),
  evidence: [],
  entitled: [['ann', 'abe', 'old']],
  active: new Set(['ann', 'abe', 'eve', 'rae']),
  bound: ['level', 'reporter'],
  contentNow: 'content',
  ...over,
});

type Row = readonly [label: string, over: Partial<DecideInput>];

const statuses: readonly (readonly [string, { readonly statusId: string; readonly isDone: boolean }])[] = [
  ['waiting', { statusId: 'waiting', isDone: false }],
  ['“approved”', { statusId: 'approved', isDone: false }],
  ['“declined”', { statusId: 'declined', isDone: true }],
  ['closed', { statusId: 'done', isDone: true }],
];

const records: readonly Row[] = [
  ['no record', {}],
  ['open', { evidence: [anApproval([], { decision: 'pending' })] }],
  ['declined', { evidence: [anApproval([], { decision: 'declined' })] }],
  ['approved by enough entitled people', { evidence: [anApproval(['ann', 'abe'])] }],
  ['… and by somebody with a hand in it', { evidence: [anApproval(['ann', 'abe', 'rae'])] }],
  ['approved by too few', { evidence: [anApproval(['ann'])] }],
  ['… as the rest has a hand in it', { evidence: [anApproval(['ann', 'rae'])] }],
  ['… as the rest is not active', { evidence: [anApproval(['ann', 'old'])] }],
  ['approved by people not entitled', { evidence: [anApproval(['eve'])] }],
];

const movers: readonly (readonly [string, string | undefined])[] = [
  ['somebody without a hand in it', 'abe'],
  ['somebody with a hand in it', 'rae'],
  ['the changelog does not say', undefined],
];

const exempt = { exemptGroupId: 'staff' };
const head = (first: string) => [
  `| ${first} | ${statuses.map(([label]) => label).join(' | ')} |`,
  `| --- |${' --- |'.repeat(statuses.length)}`,
];

function outcome(over: Partial<DecideInput>): string {
  const decision = decide(input(over));
  return 'why' in decision ? `${decision.kind}: \`${decision.why}\`` : decision.kind;
}

const table = (first: string, rows: readonly Row[]): readonly string[] => [
  ...head(first),
  ...rows.map(([label, over]) => {
    const cells = statuses.map(([, where]) =>
      outcome({ ...over, ticket: { ...aTicket(), ...over.ticket, ...where } }),
    );
    return `| ${label} | ${cells.join(' | ')} |`;
  }),
];

const byRecord = (more: Partial<DecideInput> = {}) =>
  table(
    'newest record ↓ · status →',
    records.map(([label, over]) => [label, { ...over, ...more }]),
  );

/** By status alone it counts who moved the ticket to where it is. */
const byStatus = [
  ...head('who moved it there ↓ · status →'),
  ...movers.map(([label, by]) => {
    const cells = statuses.map(([, where]) =>
      outcome({
        policy: aPolicy({ by: 'status' }),
        ticket: aTicket({ ...where, changes: by === undefined ? [] : [moved(where.statusId, by)] }),
      }),
    );
    return `| ${label} | ${cells.join(' | ')} |`;
  }),
];

const edited: Partial<DecideInput> = { contentNow: undefined };
const gates: readonly (readonly [string, string])[] = [
  [
    'the ticket is in another project, or of another request type',
    outcome({ trigger: aTrigger({ projectId: 'x' }) }),
  ],
  ['something the rule reads was changed, and nobody has answered', outcome(edited)],
  ['… and somebody has answered', outcome({ ...edited, evidence: [anApproval(['ann'])] })],
  ['… and the ticket is in “approved”', outcome({ ...edited, ticket: aTicket({ statusId: 'approved' }) })],
  [
    'it was changed and changed back after an answer',
    outcome({ snapshot: aSnapshot({ changesSeen: -1 }), evidence: [anApproval(['ann'])] }),
  ],
];

/** The tables of docs/decision-table.md, as the code decides. */
export const decisionTables = (): string =>
  [
    '**First, whatever the approval says**',
    ['| when | outcome |', '| --- | --- |', ...gates.map(([when, is]) => `| ${when} | ${is} |`)].join('\n'),
    '**By the record**, two approvers asked for',
    byRecord().join('\n'),
    '**By the record**, and the requester is in an exempt group',
    byRecord(exempt).join('\n'),
    '**By the record**, and the rule names no status for approved or declined',
    byRecord({ decision: { approved: [], declined: [] } }).join('\n'),
    '**By status alone**',
    byStatus.join('\n'),
  ].join('\n\n');

export const DECISION_PAGE = 'docs/decision-table.md';
const MARKED = /(?<=<!-- decisions -->\n\n)[^]*?(?=\n\n<!-- \/decisions -->)/;

/** What the page says now. */
export const tablesOn = (page: string): string => MARKED.exec(page)?.[0] ?? '';

/** `tsx tools/checks/decision-table.ts` writes the page anew; the test compares. */
if (require.main === module) {
  const page = readFileSync(DECISION_PAGE, 'utf8');
  writeFileSync(
    DECISION_PAGE,
    page.replace(MARKED, () => decisionTables()),
  );
}
