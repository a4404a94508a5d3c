import type { AuditEventView } from '@contract/views';
import { Person } from './Person';

/** Who did it. What the app does by itself, it does because it heard of something, or because it was time. */
export function Actor({ by }: { by: AuditEventView['by'] }) {
  switch (by.kind) {
    case 'user':
      return <Person id={by.id} />;
    case 'schedule':
      return <span className="subtle">The app, by schedule</span>;
    case 'event':
      return <span className="subtle">The app</span>;
  }
}
