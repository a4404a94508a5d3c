import { Fault } from '../domain/fault';
import type { ApprovalEvidence } from '../domain/ticket';
import type { Ports } from './ports';

/** The records of a ticket's approvals. Those that are not shown are not none: nothing is decided without them. */
export async function approvalsOf(ports: Ports, issueId: string): Promise<readonly ApprovalEvidence[]> {
  const found = await ports.desk.approvals(issueId);
  if (found) return found;
  throw new Fault('target-unavailable', 'The service desk does not show the approvals of this ticket.');
}
