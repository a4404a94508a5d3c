import type { Drop, Put } from '../../app/ports';
import { grantRow } from './grant-row';
import { entities, keys } from './keys';
import { requestRow } from './request-row';

/** One thing as it rests. */
export interface StoredRecord {
  readonly key: string;
  readonly value: object;
  readonly entityName?: string;
}

/** Where a put goes. A rule goes to two places: what it is now, and this version of it for good. */
export function recordsOf(put: Put): readonly StoredRecord[] {
  switch (put.kind) {
    case 'connection':
      return [{ key: keys.connection(put.value.id), value: put.value }];
    case 'health':
      return [{ key: keys.health(put.value.connectionId), value: put.value }];
    case 'draft':
      return [{ key: keys.draft(put.value.id), value: put.value }];
    case 'settings':
      return [{ key: keys.settings, value: put.value }];
    case 'rule':
      return [
        { key: keys.rule(put.value.id), value: put.value },
        { key: keys.ruleVersion(put.value.id, put.value.version), value: put.value },
      ];
    case 'rule-book':
      return [{ key: keys.ruleBook, value: put.value }];
    case 'request':
      return [
        { key: keys.request(put.value.issueId), value: requestRow(put.value), entityName: entities.request },
      ];
    case 'grant':
      return [{ key: keys.grant(put.value.id), value: grantRow(put.value), entityName: entities.grant }];
    case 'holding':
      return [{ key: keys.holding(put.value.id), value: put.value }];
  }
}

/** A rule that is dropped keeps its versions: requests that are under way go on by theirs. */
export function dropKey({ kind, id }: Drop): string {
  switch (kind) {
    case 'connection':
      return keys.connection(id);
    case 'health':
      return keys.health(id);
    case 'draft':
      return keys.draft(id);
    case 'rule':
      return keys.rule(id);
  }
}
