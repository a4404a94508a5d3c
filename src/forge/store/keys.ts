import type { Guard } from '../../app/ports';
import { foldName } from '../../domain/connection';
import { digest } from '../digest';

/**
 * Every key this app writes. Ids are made by the app or the platform and are legal as they are; what
 * people typed may hold anything, so its digest is taken.
 */
export const keys = {
  connections: 'connection#',
  connection: (id: string) => `connection#${id}`,
  health: (id: string) => `connection#${id}#health`,
  drafts: 'draft#',
  draft: (id: string) => `draft#${id}`,
  credential: (id: string) => `credential#${id}`,
  rule: (id: string) => `rule#${id}`,
  ruleVersion: (id: string, version: number) => `rule#${id}#${version}`,
  ruleBook: 'rule-book',
  request: (issueId: string) => `request#${issueId}`,
  grant: (id: string) => `grant#${id}`,
  holding: (id: string) => `holding#${id}`,
  settings: 'settings',
  siteAddress: 'site-address',
  guard: (on: Guard['on']): string => {
    switch (on.kind) {
      case 'settings':
      case 'rule-book':
        return `guard#${on.kind}`;
      case 'connection-name':
        return `guard#connection-name#${digest(foldName(on.name))}`;
      default:
        return `guard#${on.kind}#${on.id}`;
    }
  },
};

/** The manifest's custom entities. */
export const entities = {
  guard: 'guard',
  auditEvent: 'audit-event',
  request: 'request',
  grant: 'grant',
} as const;
