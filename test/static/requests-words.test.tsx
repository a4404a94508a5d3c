import { auditKeys } from '../../src/domain/audit';
import type { Vocabulary } from '../../src/domain/audit-vocabulary';
import { actorOf, peopleIn } from '../../static/admin/src/features/requests/words/people-of-events';
import {
  sentenceOf,
  sentences,
  type Names,
} from '../../static/admin/src/features/requests/words/timeline-words';
import { anEvent } from './request-builders';

const names: Names = {
  people: new Map([
    ['eve', 'Eve Employee'],
    ['ada', 'Ada Admin'],
    ['bob', 'Bob Builder'],
  ]),
  groups: new Map([['g-1', 'hr-readers']]),
  grants: new Map([['x', 'hr-readers']]),
  rules: new Map([['r-1', 'Readers']]),
};

const told = <What extends keyof Vocabulary>(what: What, detail: Vocabulary[What] & { reason?: string }) =>
  sentenceOf(anEvent({ what, detail: JSON.parse(JSON.stringify(detail)) }), names);

it('every event of requests and grants has words, and there are words for no other', () => {
  const ours = auditKeys.filter((key) => key.startsWith('request.') || key.startsWith('grant.'));
  expect(Object.keys(sentences).sort()).toEqual([...ours].sort());
});

it('no event shows that a detail is missing', () => {
  for (const what of Object.keys(sentences)) {
    const sentence = sentenceOf(anEvent({ what, detail: {} }), names);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

describe('the words of the timeline', () => {
  it('say what was understood, and until when', () => {
    const until = '2026-01-05T20:00:00.000Z';
    const sentence = told('request.understood', {
      hash: 'f00dfeed'.repeat(8),
      beneficiary: 'eve',
      groups: ['g-1'],
      until,
    });
    expect(sentence).toMatch(/^Understood as: hr-readers for Eve Employee, until .*2026.*GMT.*exactly this$/);
    expect(told('request.understood', { hash: 'f', groups: ['g-2'], until: '8 hours' })).toBe(
      'Understood as: group g-2 for somebody who is to be invited, for 8 hours. ' +
        'An approval counts for exactly this',
    );
  });

  it('name the rule and its version, as long as the rule is there', () => {
    const detail = { rule: 'r-1', ruleVersion: 3, requester: 'eve' };
    expect(told('request.received', detail)).toBe('Asked by Eve Employee. Rule Readers, version 3 applies');
    expect(told('request.received', { ...detail, rule: 'r-9' })).toBe(
      'Asked by Eve Employee. A rule that was deleted, version 3 applies',
    );
  });

  it('say who acted, but neither of the app nor of whoever only had a ticket read again', () => {
    const user = { kind: 'user', id: 'ada' } as const;
    expect(actorOf(anEvent({ what: 'grant.retried', by: user }))).toBe('ada');
    expect(actorOf(anEvent({ what: 'grant.retried', by: { kind: 'schedule' } }))).toBeUndefined();
    expect(actorOf(anEvent({ what: 'request.approved', by: user }))).toBeUndefined();
  });

  it('tell who may approve from who was asked, and say why nobody is', () => {
    expect(told('request.routed', { asked: ['ada', 'bob'] })).toBe(
      'May be approved by Ada Admin and Bob Builder',
    );
    expect(told('request.asked', { people: ['ada'] })).toBe('Asked for approval: Ada Admin');
    expect(peopleIn(anEvent({ what: 'request.asked', detail: { people: ['ada'] } }))).toEqual(['ada']);
    expect(told('request.unasked', { why: 'nobody-left', reason: 'Nobody is left.' })).toBe(
      'Nobody who may approve it is asked. Nobody is left.',
    );
    expect(told('request.told', { keys: ['approvers#1 (refused)'] })).toBe(
      'On the ticket: filled in its approvers field (the ticket did not take it)',
    );
  });

  it('tell a record, a status alone and an exemption apart', () => {
    const approved = (by: 'record' | 'status' | 'exempt') =>
      told('request.approved', { by, approvers: ['ada', 'bob'], until: 'never' });
    expect(approved('record')).toBe('Approved without an end by Ada Admin and Bob Builder');
    expect(approved('status')).toContain('by status alone, which is weaker');
    expect(approved('exempt')).toContain('No approval was needed');
  });

  it('say when the service desk decided, and when that was heard of', () => {
    const at = '2026-01-05T12:05:00.000Z';
    const decidedAt = '2026-01-05T12:00:30.000Z';
    const sentence = (what: string, detail: object) =>
      sentenceOf(anEvent({ what, at, detail: JSON.parse(JSON.stringify(detail)) }), names);
    const instants = /at .*:00:30.*, heard of at .*:05:00/;
    const approved = { approvers: ['ada'], until: 'never', decidedAt };
    expect(sentence('request.approved', { by: 'record', ...approved })).toMatch(
      /^Approved .* by Ada Admin at /,
    );
    for (const by of ['record', 'status'])
      expect(sentence('request.approved', { by, ...approved })).toMatch(instants);
    expect(sentence('request.declined', { by: 'bob', decidedAt })).toMatch(/^Declined by Bob Builder at /);
    expect(sentence('request.declined', { decidedAt })).toMatch(instants);
  });

  it('say of a single answer when it was heard of, and claim to know no more', () => {
    const answered = anEvent({
      what: 'request.answered',
      at: '2026-01-05T12:05:00.000Z',
      by: { kind: 'user', id: 'eve' },
      detail: { by: 'bob', decision: 'approved', approval: '17' },
    });
    expect(sentenceOf(answered, names)).toMatch(
      /^Answer of Bob Builder: approved\. Heard of at .*:05:00.*; the service desk does not say when it was given$/,
    );
    expect(actorOf(answered)).toBeUndefined();
    expect(peopleIn(answered)).toEqual(['bob']);
  });

  it('say why, in the words of the server, with what it is about', () => {
    const detail = { why: 'field-missing', about: 'Access level', reason: 'A field is missing.' };
    expect(told('request.refused', detail)).toBe('Refused. A field is missing. (Access level)');
    expect(told('request.refused', { why: 'odd' })).toBe('Refused. Code: odd.');
  });

  it('say whether something was given, or was there before', () => {
    expect(told('grant.succeeded', { grant: 'x', outcome: 'granted' })).toBe(
      'Given, and seen: the person is in hr-readers',
    );
    expect(told('grant.succeeded', { grant: 'x', outcome: 'already' })).toContain('already');
    expect(
      told('grant.intended', {
        grant: 'x',
        person: 'eve',
        resource: 'g-1',
        heldBefore: true,
        until: 'never',
      }),
    ).toContain('will not be taken back');
    for (const why of ['held-before', 'needed'])
      expect(told('grant.released', { grant: 'x', why })).toContain('so it stays');
    for (const why of ['held-before', 'needed', 'accepted', 'gone'])
      expect(told('grant.released', { grant: 'x', why })).not.toMatch(/Code|with the code/);
    for (const key of ['extended#1234#5', 'ask-refused#1'])
      expect(told('request.told', { keys: [key] })).not.toContain(key.split('#')[0]);
  });

  it('name whoever moved a ticket past its approval', () => {
    const detail = { why: 'no-record', reason: 'It was moved on.' };
    expect(told('request.quarantined', { ...detail, by: 'bob' })).toBe(
      'Quarantined: nothing is given until somebody has looked. It was moved on. It was moved by Bob Builder',
    );
    expect(told('request.quarantined', detail)).not.toContain('moved by');
    expect(peopleIn(anEvent({ what: 'request.quarantined', detail: { ...detail, by: 'bob' } }))).toEqual([
      'bob',
    ]);
  });

  it('count groups as one does', () => {
    expect(told('request.fulfilled', { given: 1, failed: 0 })).toBe('Fulfilled: 1 group given');
    expect(told('request.partly-fulfilled', { given: 2, failed: 1 })).toBe(
      'Partly fulfilled: 2 groups given, 1 could not be given',
    );
  });

  it('say both ends of a change', () => {
    const sentence = told('grant.extended', {
      grant: 'x',
      before: 'never',
      after: '2026-01-05T20:00:00.000Z',
    });
    expect(sentence).toMatch(/^hr-readers now lasts until .*2026.*, before without an end$/);
  });

  it('say what the ticket was told, and what it did not take', () => {
    expect(
      told('request.told', { keys: ['quarantined#1', 'quarantined#2', 'move (refused)', 'newer'] }),
    ).toBe(
      'On the ticket: told that it is quarantined, moved the ticket (the ticket did not take it), and newer',
    );
  });
});
