import { decide } from '../../src/domain/decide';
import type { Ticket } from '../../src/domain/ticket';
import { aChange, anApproval, aPolicy, aSnapshot, aStatus, aTicket, aTrigger, moved } from './builders';

/** Each role is somebody of their own, or the approver. */
const roles = ['requester', 'beneficiary', 'creator', 'reporter', 'editor'] as const;
const overlaps = Array.from({ length: 2 ** roles.length }, (_none, bits) =>
  roles.filter((_role, place) => (bits & (2 ** place)) !== 0),
);
const approver = 'ann';

const decided = (
  held: readonly (typeof roles)[number][],
  over: { by: 'record' | 'status'; answers?: string[] },
) => {
  const who = (role: (typeof roles)[number]) => (held.includes(role) ? approver : `the-${role}`);
  const ticket: Ticket = aTicket({
    creator: who('creator'),
    reporter: who('reporter'),
    statusId: over.by === 'status' ? 'approved' : 'waiting',
    changes: [
      aChange('level', 'an-earlier-editor'),
      aChange('level', who('editor')),
      ...(over.by === 'status' ? [moved('approved', approver)] : []),
    ],
  });
  return decide({
    policy: aPolicy({ by: over.by, count: over.answers ? 2 : 1 }),
    trigger: aTrigger(),
    decision: { approved: [aStatus('approved')], declined: [] },
    snapshot: aSnapshot({ requester: who('requester'), beneficiary: who('beneficiary'), changesSeen: 2 }),
    ticket,
    evidence: over.by === 'record' ? [anApproval(over.answers ?? [approver])] : [],
    entitled: [[approver, 'abe']],
    active: new Set([approver, 'abe']),
    bound: ['level'],
    contentNow: 'content',
  });
};

describe.each(['record', 'status'] as const)('nobody approves for themselves, by %s', (by) => {
  it.each(overlaps.map((held) => ({ held, name: held.join(', ') || 'none of these' })))(
    'when the approver is $name',
    ({ held }) => {
      const decision = decided(held, { by });
      if (held.length === 0) expect(decision).toMatchObject({ kind: 'approved', approval: { kind: by } });
      else expect(decision).toEqual({ kind: 'refused', why: 'self-approval' });
    },
  );
});

it.each(overlaps.map((held) => ({ held, name: held.join(', ') || 'none of these' })))(
  'one of two approvers counts as one when the other is $name',
  ({ held }) => {
    const decision = decided(held, { by: 'record', answers: [approver, 'abe'] });
    if (held.length === 0) expect(decision).toMatchObject({ approval: { by: ['abe', 'ann'] } });
    else expect(decision).toEqual({ kind: 'refused', why: 'self-approval' });
  },
);

it('an edit that somebody else wrote over does not make its editor a party', () => {
  const changes = [aChange('level', approver), aChange('level', 'rae'), aChange('summary', approver)];
  const decision = decide({
    policy: aPolicy(),
    trigger: aTrigger(),
    decision: { approved: [], declined: [] },
    snapshot: aSnapshot({ changesSeen: 2 }),
    ticket: aTicket({ changes }),
    evidence: [anApproval([approver])],
    entitled: [[approver]],
    active: new Set([approver]),
    bound: ['level'],
    contentNow: 'content',
  });
  expect(decision).toMatchObject({ kind: 'approved' });
});

it('somebody who is to be invited is nobody whom an approver could be', () => {
  const { beneficiary: _unknown, ...invitee } = aSnapshot({ inviteeDigest: 'digest' });
  const decision = decide({
    policy: aPolicy(),
    trigger: aTrigger(),
    decision: { approved: [], declined: [] },
    snapshot: invitee,
    ticket: aTicket(),
    evidence: [anApproval([approver])],
    entitled: [[approver]],
    active: new Set([approver]),
    bound: [],
    contentNow: 'content',
  });
  expect(decision).toMatchObject({ kind: 'approved' });
});
