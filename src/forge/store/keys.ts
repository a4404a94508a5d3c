import { createHash } from 'node:crypto';
import type { Guard } from '../../app/ports';
import { foldName } from '../../domain/connection';

/** What people typed may hold anything; a key may not. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);

/** Every key this app writes. Ids are made by the app or the platform and are legal as they are. */
export const keys = {
  connections: 'connection#',
  connection: (id: string) => `connection#${id}`,
  health: (id: string) => `connection#${id}#health`,
  drafts: 'draft#',
  draft: (id: string) => `draft#${id}`,
  credential: (id: string) => `credential#${id}`,
  rules: 'rule#',
  settings: 'settings',
  guard: (on: Guard['on']): string => {
    switch (on.kind) {
      case 'settings':
        return 'guard#settings';
      case 'connection-name':
        return `guard#connection-name#${digest(foldName(on.name))}`;
      default:
        return `guard#${on.kind}#${on.id}`;
    }
  },
};

/** The manifest's custom entities. */
export const entities = { guard: 'guard', auditEvent: 'audit-event' } as const;
