import type { Status, Workflow } from '../work/model';
import { fields } from './acme-desk-fields';

const aStatus = (id: string, name: string, category: Status['category']): Status => ({ id, name, category });

export const statuses = {
  waitingForApproval: aStatus('10101', 'Waiting for approval', 'INDETERMINATE'),
  waitingForImplementation: aStatus('10102', 'Waiting for implementation', 'INDETERMINATE'),
  needsAttention: aStatus('10103', 'Needs attention', 'INDETERMINATE'),
  completed: aStatus('10104', 'Completed', 'DONE'),
  declined: aStatus('10105', 'Declined', 'DONE'),
  cancelled: aStatus('10106', 'Cancelled', 'DONE'),
  waitingForSupport: aStatus('10107', 'Waiting for support', 'NEW'),
  resolved: aStatus('10108', 'Resolved', 'DONE'),
};

type Key = keyof typeof statuses;
type Transition = Workflow['transitions'][number];

const aTransition = (id: string, name: string, way: { from: readonly Key[]; to: Key }): Transition => ({
  id,
  name,
  from: way.from.map((key) => statuses[key].id),
  to: statuses[way.to].id,
  customer: false,
});

const work: readonly Key[] = ['waitingForImplementation', 'needsAttention'];

/** Ids of the transitions, the same in every workflow with an approval step. */
export const transitions = {
  approve: aTransition('11', 'Approve', { from: ['waitingForApproval'], to: 'waitingForImplementation' }),
  decline: aTransition('21', 'Decline', { from: ['waitingForApproval'], to: 'declined' }),
  complete: aTransition('31', 'Complete', { from: work, to: 'completed' }),
  refuse: aTransition('41', 'Refuse', { from: work, to: 'declined' }),
  askAgain: aTransition('51', 'Ask for approval again', {
    from: ['needsAttention', 'declined'],
    to: 'waitingForApproval',
  }),
  needAttention: aTransition('61', 'Needs attention', { from: [], to: 'needsAttention' }),
  /** Agents get past the approval with it, as with any transition from every status. */
  implement: aTransition('71', 'Waiting for implementation', { from: [], to: 'waitingForImplementation' }),
  cancel: {
    ...aTransition('81', 'Cancel', { from: ['waitingForApproval', ...work], to: 'cancelled' }),
    customer: true,
  },
};

const accessStatuses: readonly Key[] = ['waitingForApproval', ...work, 'completed', 'declined', 'cancelled'];

interface Step {
  readonly id: string;
  readonly name: string;
  readonly approvals: number;
}

const withApproval = ({ id, name, approvals }: Step): Workflow => ({
  id,
  name,
  initial: statuses.waitingForApproval.id,
  statuses: accessStatuses.map((key) => statuses[key].id),
  transitions: Object.values(transitions),
  approvals: [
    {
      status: statuses.waitingForApproval.id,
      fieldId: fields.approvers.id,
      conditionType: 'number',
      conditionValue: approvals,
      exclude: [],
      transitionApproved: transitions.approve.id,
      transitionRejected: transitions.decline.id,
    },
  ],
});

export const workflows = {
  access: withApproval({ id: 'wf-access', name: 'Access request', approvals: 1 }),
  privileged: withApproval({ id: 'wf-privileged', name: 'Privileged access request', approvals: 2 }),
  operations: withApproval({ id: 'wf-operations', name: 'Operations request', approvals: 2 }),
  service: {
    id: 'wf-service',
    name: 'Service request',
    initial: statuses.waitingForSupport.id,
    statuses: [statuses.waitingForSupport.id, statuses.resolved.id, statuses.cancelled.id],
    transitions: [
      aTransition('11', 'Resolve', { from: ['waitingForSupport'], to: 'resolved' }),
      { ...aTransition('21', 'Cancel', { from: ['waitingForSupport'], to: 'cancelled' }), customer: true },
      aTransition('31', 'Reopen', { from: ['resolved', 'cancelled'], to: 'waitingForSupport' }),
    ],
    approvals: [],
  },
} satisfies Record<string, Workflow>;
