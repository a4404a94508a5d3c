import { decide, type DecideInput } from '../../src/domain/decide';
import type { Ticket } from '../../src/domain/ticket';
import { aChange, anApproval, aPolicy, aSnapshot, aStatus, aTicket, aTrigger } from './builders';

const decided = (over: Partial<DecideInput>) =>
  decide({
    policy: aPolicy(),
    trigger: aTrigger(),
    decision: { approved: [aStatus('approved')], declined: [aStatus('declined')] },
    snapshot: aSnapshot(),
    ticket: aTicket(),
    evidence: [],
    entitled: [['ann', 'abe']],
    active: new Set(['ann', 'abe']),
    bound: ['level', 'reporter'],
    contentNow: 'content',
    ...over,
  });
const approvedBy = (...by: string[]) => ({ evidence: [anApproval(by)] });
const inStatus = (statusId: string, over: Partial<Ticket> = {}) => ({
  ticket: aTicket({ statusId, ...over }),
});
const edited = { ticket: aTicket({ changes: [aChange('level', 'rae')] }) };

describe('what is approved is what was written', () => {
  it.each<[string, Partial<DecideInput>, object]>([
    ['edited before anybody answered', edited, { kind: 'refreeze' }],
    ['says something else, though no change is listed', { contentNow: 'other' }, { kind: 'refreeze' }],
    ['cannot be understood any more', { contentNow: undefined }, { kind: 'refreeze' }],
    [
      'edited before an open question was answered',
      { ...edited, evidence: [anApproval([], { decision: 'pending' })] },
      { kind: 'refreeze' },
    ],
    ['edited after an approval', { ...edited, ...approvedBy('ann') }, { kind: 'void', why: 'edited' }],
    [
      'edited, and the content is the same again',
      { ...edited, ...approvedBy('ann'), contentNow: 'content' },
      { kind: 'void', why: 'edited' },
    ],
    [
      'other content after an approval',
      { ...approvedBy('ann'), contentNow: 'other' },
      { kind: 'void', why: 'edited' },
    ],
    [
      'edited after the first of two answers',
      {
        ...edited,
        evidence: [
          anApproval([], {
            decision: 'pending',
            answers: [{ by: 'ann', decision: 'approved', active: true }],
          }),
        ],
      },
      { kind: 'void', why: 'edited' },
    ],
    [
      'edited after it was declined',
      { ...edited, evidence: [anApproval([], { decision: 'declined' })] },
      { kind: 'void' },
    ],
    [
      'edited, and put into the approved status',
      inStatus('approved', { changes: [aChange('level', 'rae')] }),
      { kind: 'void', why: 'edited' },
    ],
    [
      'a change of what the rule does not read',
      { ticket: aTicket({ changes: [aChange('summary', 'rae')] }) },
      { kind: 'waiting' },
    ],
    [
      'a change that was there when it was frozen',
      { ...edited, snapshot: aSnapshot({ changesSeen: 1 }), ...approvedBy('ann') },
      { kind: 'approved' },
    ],
    [
      'fewer changes than there were',
      { snapshot: aSnapshot({ changesSeen: 1 }), ...approvedBy('ann') },
      { kind: 'void' },
    ],
    [
      'in another project',
      { ...approvedBy('ann'), ticket: aTicket({ projectId: 'other' }) },
      { kind: 'void', why: 'moved' },
    ],
    [
      'of another request type',
      { ticket: aTicket({ requestTypeId: 'other' }) },
      { kind: 'void', why: 'moved' },
    ],
    [
      'moved and edited',
      { contentNow: undefined, ticket: aTicket({ projectId: 'other' }) },
      { kind: 'void', why: 'moved' },
    ],
  ])('%s', (_what, over, decision) => {
    expect(decided(over)).toMatchObject(decision);
  });

  it('a ticket that lost its request type was moved', () => {
    const { requestTypeId: _lost, ...bare } = aTicket();
    expect(decided({ ...approvedBy('ann'), ticket: bare })).toEqual({ kind: 'void', why: 'moved' });
  });
});

it.each(['approved', 'approved too'])(
  'edited in the status “%s”, one of several that mean approved',
  (statusId) => {
    const decision = { approved: [aStatus('approved'), aStatus('approved too')], declined: [] };
    const ticket = aTicket({ statusId, changes: [aChange('level', 'rae')] });
    expect(decided({ decision, ticket })).toEqual({ kind: 'void', why: 'edited' });
  },
);
