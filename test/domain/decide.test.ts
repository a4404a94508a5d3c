import { decide, type DecideInput } from '../../src/domain/decide';
import type { ApprovalPolicy } from '../../src/domain/rule';
import type { Ticket } from '../../src/domain/ticket';
import { anApproval, aPolicy, aSnapshot, aStatus, aTicket, aTrigger, later, moved } from './builders';

const bound = ['level', 'reporter'];
const input = (over: Partial<DecideInput> = {}): DecideInput => ({
  policy: aPolicy(),
  trigger: aTrigger(),
  decision: { approved: [aStatus('approved')], declined: [aStatus('declined')] },
  snapshot: aSnapshot(),
  ticket: aTicket(),
  evidence: [],
  entitled: [['ann', 'abe']],
  active: new Set(['ann', 'abe', 'eve', 'rae']),
  bound,
  contentNow: 'content',
  ...over,
});
const decided = (over: Partial<DecideInput> = {}) => decide(input(over));
const approvedBy = (...by: string[]) => ({ evidence: [anApproval(by)] });
const inStatus = (statusId: string, over: Partial<Ticket> = {}) => ({
  ticket: aTicket({ statusId, ...over }),
});

describe('by the record of the service desk', () => {
  it('one word of one entitled person is enough where one is asked for', () => {
    expect(decided(approvedBy('ann'))).toEqual({
      kind: 'approved',
      approval: { kind: 'record', id: 'approval-1', by: ['ann'], at: later(3) },
    });
  });

  it('only those who count are named as approvers', () => {
    expect(decided(approvedBy('eve', 'rae', 'ann'))).toMatchObject({ approval: { by: ['ann'] } });
  });

  it.each<[string, Partial<DecideInput>, object]>([
    ['nobody has answered', {}, { kind: 'waiting' }],
    [
      'the answer is still open',
      { evidence: [anApproval([], { decision: 'pending' })] },
      { kind: 'waiting' },
    ],
    ['somebody unentitled approved', approvedBy('eve'), { kind: 'refused', why: 'not-an-approver' }],
    [
      'nobody is entitled',
      { ...approvedBy('ann'), entitled: [] },
      { kind: 'refused', why: 'not-an-approver' },
    ],
    [
      'the sources are empty',
      { ...approvedBy('ann'), entitled: [[], []] },
      { kind: 'refused', why: 'not-an-approver' },
    ],
    [
      'the approver is not active any more',
      { ...approvedBy('ann'), active: new Set<string>() },
      { kind: 'refused', why: 'inactive-approver' },
    ],
    ['the record names nobody', approvedBy(), { kind: 'refused', why: 'not-an-approver' }],
    [
      'it is a count of none, which no rule has',
      { ...approvedBy('eve'), policy: aPolicy({ count: 0 }) },
      { kind: 'refused', why: 'not-an-approver' },
    ],
    [
      'it was declined',
      { evidence: [anApproval([], { decision: 'declined' })] },
      { kind: 'declined', at: later(3) },
    ],
  ])('when %s', (_what, over, decision) => {
    expect(decided(over)).toEqual(decision);
  });

  it('an approval that is not completed is none yet', () => {
    const { completedAt: _open, ...open } = anApproval(['ann']);
    expect(decided({ evidence: [open] })).toEqual({ kind: 'waiting' });
  });

  it('who declined is told', () => {
    const answers = [
      { by: 'abe', decision: 'pending', active: true } as const,
      { by: 'ann', decision: 'declined', active: true } as const,
    ];
    expect(decided({ evidence: [anApproval([], { decision: 'declined', answers })] })).toEqual({
      kind: 'declined',
      by: 'ann',
      at: later(3),
    });
  });

  it('who declined by the record is told, whoever moved the ticket for it', () => {
    const answers = [{ by: 'ann', decision: 'declined', active: true } as const];
    const evidence = [anApproval([], { decision: 'declined', answers })];
    const declined = inStatus('declined', { changes: [moved('declined', 'robot')] });
    expect(decided({ ...declined, evidence })).toEqual({ kind: 'declined', by: 'ann', at: later(3) });
  });

  it('who was asked and has not answered approves nothing', () => {
    const answers = [
      { by: 'ann', decision: 'pending', active: true } as const,
      { by: 'abe', decision: 'declined', active: true } as const,
    ];
    expect(decided({ evidence: [anApproval([], { answers })] })).toEqual({
      kind: 'refused',
      why: 'not-an-approver',
    });
  });

  it('the newest record decides, in whatever order they are told', () => {
    const older = anApproval(['ann'], { id: 'older', createdAt: later(1) });
    const newer = anApproval([], { id: 'newer', decision: 'declined', createdAt: later(2) });
    expect(decided({ evidence: [older, newer] })).toEqual({ kind: 'declined', at: later(3) });
    expect(decided({ evidence: [newer, older] })).toEqual({ kind: 'declined', at: later(3) });
    const pending = anApproval([], { decision: 'pending', createdAt: later(9) });
    expect(decided({ evidence: [pending, older] })).toEqual({ kind: 'waiting' });
  });

  it('of two records of one instant, the one that is listed last decides', () => {
    const one = anApproval(['ann']);
    const two = anApproval([], { decision: 'declined' });
    expect(decided({ evidence: [one, two] })).toEqual({ kind: 'declined', at: later(3) });
    expect(decided({ evidence: [two, one] })).toMatchObject({ kind: 'approved' });
  });
});

describe('how many', () => {
  const two: Partial<DecideInput> = { policy: aPolicy({ count: 2 }) };
  const all = (count: number): ApprovalPolicy => aPolicy({ need: 'all', count });

  it.each<[string, Partial<DecideInput>, object]>([
    ['two who are entitled', { ...two, ...approvedBy('ann', 'abe') }, { kind: 'approved' }],
    ['one twice', { ...two, ...approvedBy('ann', 'ann') }, { kind: 'refused', why: 'not-enough' }],
    ['one and a stranger', { ...two, ...approvedBy('ann', 'eve') }, { kind: 'refused', why: 'not-enough' }],
    [
      'one and the requester',
      { ...two, ...approvedBy('ann', 'rae') },
      { kind: 'refused', why: 'self-approval' },
    ],
    [
      'one and one who is not active',
      { ...two, ...approvedBy('ann', 'abe'), active: new Set(['ann']) },
      { kind: 'refused', why: 'inactive-approver' },
    ],
    [
      'one of each source where all are asked',
      { policy: all(1), entitled: [['ann'], ['abe']], ...approvedBy('ann', 'abe') },
      { kind: 'approved' },
    ],
    [
      'one of one source where all are asked',
      { policy: all(1), entitled: [['ann'], ['abe']], ...approvedBy('ann') },
      { kind: 'refused', why: 'not-enough' },
    ],
    [
      'one who is in both sources',
      { policy: all(1), entitled: [['ann'], ['ann', 'abe']], ...approvedBy('ann') },
      { kind: 'approved' },
    ],
    [
      'one who is in both sources where two are asked for',
      { policy: all(2), entitled: [['ann'], ['ann', 'abe']], ...approvedBy('ann') },
      { kind: 'refused', why: 'not-enough' },
    ],
    [
      'all sources where one is empty',
      { policy: all(1), entitled: [['ann'], []], ...approvedBy('ann') },
      { kind: 'refused', why: 'not-enough' },
    ],
    [
      'all sources where there is none',
      { policy: all(1), entitled: [], ...approvedBy('ann') },
      { kind: 'refused', why: 'not-an-approver' },
    ],
    [
      'one source, answered only by an inactive account, and another',
      { policy: all(1), entitled: [['ann'], ['abe']], ...approvedBy('ann', 'abe'), active: new Set(['abe']) },
      { kind: 'refused', why: 'inactive-approver' },
    ],
  ])('%s', (_what, over, decision) => {
    expect(decided(over)).toMatchObject(decision);
  });
});

describe('where the rule names no status for approved, a closed ticket is approved only', () => {
  const nowhere: Partial<DecideInput> = { ...approvedBy('ann'), decision: { approved: [], declined: [] } };
  const move = (to: string, minutes: number) => ({ ...moved(to, 'ann'), at: later(minutes) });
  const closedBy = (...changes: Ticket['changes']) => inStatus('done', { isDone: true, changes });
  const tooEarly = { kind: 'cancelled', why: 'closed-early' };

  it.each<[string, Partial<DecideInput>, object]>([
    ['if the approval itself closed it', closedBy(move('done', 3)), { kind: 'approved' }],
    [
      'if the approval itself closed it, after it was moved to where approvals are asked for',
      closedBy(move('waiting', 2), move('done', 3)),
      { kind: 'approved' },
    ],
    ['not if somebody closed it after its approval', closedBy(move('next', 3), move('done', 4)), tooEarly],
    ['not if it was closed before it was asked for', closedBy(move('done', 1)), tooEarly],
    [
      'or if that is where the rule sends what was served',
      { ...closedBy(move('next', 3), move('done', 4)), fulfilledStatusId: 'done' },
      { kind: 'approved' },
    ],
    ['and one that is open is, wherever it stands', inStatus('next'), { kind: 'approved' }],
  ])('%s', (_what, over, decision) => {
    expect(decided({ ...nowhere, ...over })).toMatchObject(decision);
  });
});

describe('a status is not an approval', () => {
  it.each<[string, Partial<DecideInput>, object]>([
    ['approved without any record', inStatus('approved'), { kind: 'quarantined', why: 'no-record' }],
    [
      'approved while the record is open',
      { ...inStatus('approved'), evidence: [anApproval([], { decision: 'pending' })] },
      { kind: 'quarantined', why: 'open-record' },
    ],
    [
      'approved and closed without any record',
      inStatus('approved', { isDone: true }),
      { kind: 'quarantined' },
    ],
    ['approved with its record', { ...inStatus('approved'), ...approvedBy('ann') }, { kind: 'approved' }],
    [
      'declined',
      inStatus('declined', { changes: [moved('declined', 'abe')] }),
      { kind: 'declined', by: 'abe' },
    ],
    [
      'declined after all, with an approved record',
      { ...inStatus('declined'), ...approvedBy('ann') },
      { kind: 'declined' },
    ],
    ['closed without an approval', inStatus('done', { isDone: true }), { kind: 'cancelled', why: 'closed' }],
    [
      'closed with its approval, before anything was given',
      { ...inStatus('done', { isDone: true }), ...approvedBy('ann') },
      { kind: 'cancelled', why: 'closed-early' },
    ],
    [
      'closed with its approval, where the rule sends what was served',
      { ...inStatus('done', { isDone: true }), ...approvedBy('ann'), fulfilledStatusId: 'done' },
      { kind: 'approved' },
    ],
  ])('%s', (_what, over, decision) => {
    expect(decided(over)).toMatchObject(decision);
  });
});
