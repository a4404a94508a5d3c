import type { CallPoint, FaultEffect } from '../../tools/simulator/faults';
import { isEffect, type Phase } from './points';

export const struck = [
  'effect',
  'site-write',
  'site-read',
  'jira-write',
  'jira-read',
  'storage-write',
  'storage-read',
  'storage-query',
  'publish',
  'event',
  'work',
] as const;
export type Struck = (typeof struck)[number];

export const effects = [
  'crash before',
  'crash after',
  'answer lost before',
  'answer lost after',
  'timeout before',
  'timeout after',
  '500 before',
  '500 after',
  '503 before',
  '429 before',
  '409 before',
  'duplicate before',
  'late before',
  'stale before',
] as const;
export type Effect = (typeof effects)[number];

/** What can happen to what: storage does not time out, and only a delivery comes twice. */
export const possible: Readonly<Record<Struck, readonly Effect[]>> = {
  effect: ['crash before', 'crash after'],
  'site-write': [
    ...(['answer lost before', 'answer lost after', 'timeout before', 'timeout after'] as const),
    ...(['500 before', '500 after', '503 before', '429 before', '409 before', 'crash after'] as const),
  ],
  'site-read': ['answer lost before', 'timeout before', '500 before', '503 before', '429 before'],
  'jira-write': ['answer lost before', 'answer lost after', '500 before', '500 after', '429 before'],
  'jira-read': ['answer lost before', '500 before', '503 before', '429 before'],
  'storage-write': [
    '500 before',
    '429 before',
    '409 before',
    'answer lost after',
    '500 after',
    'crash after',
  ],
  'storage-read': ['500 before', '429 before', 'answer lost before'],
  'storage-query': ['stale before', '500 before'],
  publish: ['500 before', '429 before', 'answer lost after', 'crash before'],
  event: ['crash before', 'duplicate before', 'late before', 'timeout before'],
  work: ['crash before', 'crash after', 'duplicate before', 'late before', 'timeout before'],
};

export function isOn(point: CallPoint, what: Struck): boolean {
  const { service, operation } = point;
  const site = service === 'egress' || service === 'confluence';
  switch (what) {
    case 'effect':
      return isEffect(point);
    case 'site-write':
      return site && isEffect(point);
    case 'site-read':
      return site && !isEffect(point);
    case 'jira-write':
      return service === 'jira' && isEffect(point);
    case 'jira-read':
      return service === 'jira' && !isEffect(point);
    case 'storage-write':
      return service === 'kvs' && isEffect(point);
    case 'storage-read':
      return service === 'kvs' && !isEffect(point) && !operation.includes('query');
    case 'storage-query':
      return service === 'kvs' && operation.includes('query');
    case 'publish':
      return service === 'queue' && isEffect(point);
    case 'event':
      return service === 'event';
    case 'work':
      return service === 'queue' && !isEffect(point);
  }
}

export const RETRY_AFTER_SECONDS = 240;
const LATE_MS = 4 * 60_000;

export const phaseOf = (effect: Effect): Phase => (effect.endsWith(' after') ? 'after' : 'before');

export function faultOf(effect: Effect): FaultEffect {
  const name = effect.replace(/ (before|after)$/, '');
  switch (name) {
    case 'crash':
    case 'timeout':
    case 'duplicate':
    case 'stale':
      return { kind: name };
    case 'answer lost':
      return { kind: 'lose-response' };
    case 'late':
      return { kind: 'delay', ms: LATE_MS };
    case '429':
      return { kind: 'error', status: 429, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } };
    default:
      return { kind: 'error', status: Number(name) };
  }
}
