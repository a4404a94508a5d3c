import { decide, type DecideInput } from '../../src/domain/decide';
import type { Ticket } from '../../src/domain/ticket';
import {
  aChange,
  anApproval,
  aPolicy,
  aSnapshot,
  aStatus,
  aTicket,
  aTrigger,
  later,
  moved,
} from './builders';

const decided = (ticket: Partial<Ticket>, over: Partial<DecideInput> = {}) =>
  decide({
    policy: aPolicy({ by: 'status', sources: [] }),
    trigger: aTrigger(),
    decision: { approved: [aStatus('approved')], declined: [aStatus('declined')] },
    snapshot: aSnapshot(),
    ticket: aTicket(ticket),
    evidence: [],
    entitled: [],
    active: new Set(),
    bound: ['level'],
    contentNow: 'content',
    ...over,
  });

describe('by status alone', () => {
  it('whoever moved it there has approved, and is named', () => {
    expect(decided({ statusId: 'approved', changes: [moved('approved', 'bob')] })).toEqual({
      kind: 'approved',
      approval: { kind: 'status', by: 'bob', at: later(1), statusId: 'approved' },
    });
  });

  it.each<[string, Partial<Ticket>, object]>([
    ['waiting', {}, { kind: 'waiting' }],
    [
      'declined',
      { statusId: 'declined', changes: [moved('declined', 'bob')] },
      { kind: 'declined', by: 'bob', at: later(1) },
    ],
    ['declined by nobody knows whom', { statusId: 'declined' }, { kind: 'declined' }],
    ['closed', { statusId: 'done', isDone: true }, { kind: 'cancelled', why: 'closed' }],
    ['approved by nobody knows whom', { statusId: 'approved' }, { kind: 'quarantined', why: 'no-record' }],
    [
      'approved, but the changelog last tells of another status',
      { statusId: 'approved', changes: [moved('approved', 'bob'), moved('waiting', 'bob')] },
      { kind: 'quarantined', why: 'no-record' },
    ],
    [
      'approved by somebody without a name',
      { statusId: 'approved', changes: [moved('approved', '')] },
      { kind: 'quarantined', why: 'no-record' },
    ],
    [
      'approved by another first, and last by the requester',
      {
        statusId: 'approved',
        changes: [moved('approved', 'bob'), moved('waiting', 'bob'), moved('approved', 'rae')],
      },
      { kind: 'refused', why: 'self-approval' },
    ],
    [
      'edited after it was approved',
      { statusId: 'approved', changes: [moved('approved', 'bob'), aChange('level', 'rae')] },
      { kind: 'void', why: 'edited' },
    ],
    ['edited before', { changes: [aChange('level', 'rae')] }, { kind: 'refreeze' }],
  ])('%s', (_what, ticket, decision) => {
    expect(decided(ticket)).toEqual(decision);
  });
});

describe('nobody has to approve for members of exempt groups', () => {
  const exempt = { exemptGroupId: 'managers' };
  const approval = { kind: 'approved', approval: { kind: 'exempt', groupId: 'managers' } };

  it.each<[string, Partial<Ticket>, Partial<DecideInput>, object]>([
    ['at once', {}, {}, approval],
    ['in an approved status', { statusId: 'approved' }, {}, approval],
    ['in a closed approved status', { statusId: 'approved', isDone: true }, {}, approval],
    [
      'but not for a ticket that was closed',
      { statusId: 'done', isDone: true },
      {},
      { kind: 'cancelled', why: 'closed' },
    ],
    ['but not for a ticket that was declined', { statusId: 'declined' }, {}, { kind: 'declined' }],
    ['but not for a ticket that was moved', { projectId: 'other' }, {}, { kind: 'void', why: 'moved' }],
    ['but not for one that was edited', {}, { contentNow: undefined }, { kind: 'refreeze' }],
    ['but not for what another raised in their name', { creator: 'eve' }, {}, { kind: 'waiting' }],
    ['but not for one that has another reporter', { reporter: 'eve' }, {}, { kind: 'waiting' }],
    [
      'but not for what another wrote into it',
      { changes: [aChange('level', 'eve')] },
      { snapshot: aSnapshot({ changesSeen: 1 }) },
      { kind: 'waiting' },
    ],
    [
      'also for what they wrote into it themselves',
      { changes: [aChange('level', 'rae'), aChange('summary', 'eve')] },
      { snapshot: aSnapshot({ changesSeen: 1 }) },
      approval,
    ],
  ])('%s', (...[, ticket, over, decision]) => {
    for (const by of ['record', 'status'] as const) {
      const policy = aPolicy({ by });
      const quiet = by === 'status' && ticket.statusId === 'approved' ? approval : decision;
      expect(decided(ticket, { ...exempt, policy, ...over })).toEqual(quiet);
    }
  });

  it('a record of an approval goes before the exemption', () => {
    const over = {
      policy: aPolicy(),
      entitled: [['ann']],
      active: new Set(['ann']),
      evidence: [anApproval(['ann'])],
    };
    expect(decided({}, { ...exempt, ...over })).toMatchObject({ approval: { kind: 'record' } });
  });
});
