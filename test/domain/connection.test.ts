import { changedFields, foldName } from '../../src/domain/connection';

it.each([
  ['Corporate Confluence', ' corporate   CONFLUENCE '],
  ['Ｃorporate', 'corporate'],
  ['Straße\u00a0Wiki', 'straße wiki'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

it('different names stay different', () => {
  expect(foldName('Corporate Confluence')).not.toBe(foldName('Corporate-Confluence'));
});

const facts = { name: 'Wiki', applicationAdmin: 'a-1', defaultGroups: ['g-1', 'g-2'] };

it('names exactly the fields that changed', () => {
  expect(changedFields(facts, { ...facts, defaultGroups: ['g-2', 'g-1'] })).toEqual([]);
  expect(changedFields(facts, { ...facts, name: 'wiki' })).toEqual(['name']);
  expect(changedFields(facts, { ...facts, applicationAdmin: 'a-2', tokenExpiresOn: '2026-05-01' })).toEqual([
    'applicationAdmin',
    'tokenExpiresOn',
  ]);
  expect(changedFields(facts, { ...facts, defaultGroups: ['g-1'] })).toEqual(['defaultGroups']);
});
