import type { z } from 'zod';
import type { TryInput } from '../contract/inputs';
import type { TrialLineView, TrialView } from '../contract/rule-views';
import { Fault } from '../domain/fault';
import { ruleFits } from '../domain/match-rule';
import type { AccessRequest, Snapshot, Until } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { ApprovalEvidence, Ticket } from '../domain/ticket';
import { approvalsOf } from './approvals-of';
import { freeze, type Frozen } from './freeze';
import { judge } from './judge';
import type { Ports } from './ports';
import { route } from './route';
import { findTakenUp } from './taken-up';
import { verdictOf } from './trial-verdict';

type Input = z.output<typeof TryInput>;

/** Thinks a rule through on a ticket that exists: reads everything, decides everything, and changes nothing. */
export const tryRule =
  (ports: Ports) =>
  async ({ rule: definition, issueKey }: Input, by: string): Promise<TrialView> => {
    const ticket = await ports.desk.findByKey(issueKey.toUpperCase());
    if (!ticket) {
      const text =
        'This app cannot see a ticket with this key. Check the key, and whether the app may see the project.';
      throw new Fault('not-found', text, { fields: { issueKey: text } });
    }
    const rule: Rule = {
      ...definition,
      id: 'trial',
      version: 1,
      state: 'enabled',
      changedBy: by,
      changedAt: ticket.createdAt,
    };
    const [taken, told] = await Promise.all([findTakenUp(ports, ticket.issueId), think(ports, rule, ticket)]);
    return { ...told, ...(taken && { taken }) };
  };

async function think(ports: Ports, rule: Rule, ticket: Ticket): Promise<TrialView> {
  const fits = ruleFits(rule.trigger, ticket);
  const lines = [
    line('The request is one that this rule is for', fits ? 'passed' : 'failed', fits ? fitting : strange),
  ];
  if (!fits) return trial(ticket, { decision: 'not-this-rule', why: '', lines });
  const evidence = await approvalsOf(ports, ticket.issueId);
  const frozen = await freeze(ports, { rule, ticket, evidence });
  lines.push(...understandingLines(frozen));
  if (frozen.kind === 'troubled') return trial(ticket, { decision: 'refuse', why: '', lines });
  return judged(ports, { rule, ticket, evidence, snapshot: frozen.snapshot, lines });
}

const fitting = 'Project, request type and conditions fit.';
const strange = 'Project, request type or conditions do not fit.';

const line = (label: string, outcome: TrialLineView['outcome'], finding: string): TrialLineView => ({
  label,
  outcome,
  finding,
});

const understandingLines = (frozen: Frozen): TrialLineView[] =>
  frozen.kind === 'troubled'
    ? frozen.troubles.map(({ field, text }) => line(field ?? 'What is asked for', 'failed', text))
    : [
        line(
          'What is asked for is understood',
          'passed',
          'Every field could be read, and everything may be given.',
        ),
      ];

interface Trial {
  readonly rule: Rule;
  readonly ticket: Ticket;
  readonly evidence: readonly ApprovalEvidence[];
  readonly snapshot: Snapshot;
  readonly lines: readonly TrialLineView[];
}

async function judged(ports: Ports, { rule, ticket, evidence, snapshot, lines }: Trial): Promise<TrialView> {
  const { asked, exemptGroupId } = await route(ports, { rule, ticket, snapshot });
  const askedLine =
    exemptGroupId !== undefined
      ? line('Who is asked', 'skipped', 'Nobody: the requester is in a group that needs no approval.')
      : line(
          'Who is asked',
          asked.length > 0 ? 'passed' : 'failed',
          asked.length === 1 ? '1 person would be asked.' : `${asked.length} people would be asked.`,
        );
  const request = pretended({ rule, ticket, snapshot });
  const decision = await judge(ports, { request, rule, ticket, evidence });
  const { kind, why } = verdictOf(decision);
  return {
    ...trial(ticket, { decision: kind, why, lines: [...lines, askedLine] }),
    ...(snapshot.beneficiary !== undefined && { beneficiary: snapshot.beneficiary }),
    groups: snapshot.groups.map((group) => ({ ...group })),
    until: untilView(snapshot.until),
    approvers: [...asked],
  };
}

const untilView = (until: Until): NonNullable<TrialView['until']> =>
  until.kind === 'at' ? { kind: 'at', at: until.at.toISOString() } : { ...until };

const pretended = ({ rule, ticket, snapshot }: Omit<Trial, 'lines' | 'evidence'>): AccessRequest => ({
  issueId: ticket.issueId,
  version: 1,
  state: 'awaiting-approval',
  key: ticket.key,
  ruleId: rule.id,
  ruleVersion: rule.version,
  requester: ticket.reporter,
  snapshot,
  asked: [],
  receivedAt: ticket.createdAt,
  changedAt: ticket.createdAt,
  outbox: [],
});

const trial = (ticket: Ticket, told: Pick<TrialView, 'decision' | 'why' | 'lines'>): TrialView => ({
  issueKey: ticket.key,
  ...told,
  groups: [],
  approvers: [],
});
