import type { Effect, Struck } from './strikes';

export const players = [
  'employee',
  'counsel',
  'reader',
  'firstApprover',
  'secondApprover',
  'applicationAdmin',
] as const;
export type Player = (typeof players)[number];
export type Hand = Player | 'agent';
export const kinds = ['team', 'shared', 'application', 'named'] as const;
export type Kind = (typeof kinds)[number];
export const groupNames = ['hr', 'legal', 'marketing', 'phoenix', 'confluence', 'security'] as const;
export type GroupName = (typeof groupNames)[number];
export const levelNames = ['hr', 'legal', 'marketing', 'named', 'security'] as const;
export const requestedNames = ['hr', 'phoenix', 'marketing', 'legal'] as const;
export type RequestedName = (typeof requestedNames)[number];
export const fieldNames = [
  'level',
  'hours',
  'forWhom',
  'expiresOn',
  'summary',
  'approvers',
  'reporter',
  'reason',
  'requestedGroups',
  'duration',
  'manager',
] as const;
export type FieldName = (typeof fieldNames)[number];
export const transitionNames = [
  'Waiting for implementation',
  'Needs attention',
  'Complete',
  'Refuse',
  'Ask for approval again',
  'Cancel',
  'Approve',
] as const;

/** What somebody does by hand. `ticket` and `grant` count round what there is: a shorter plan still makes sense. */
export type Deed =
  | {
      readonly do: 'raise';
      readonly kind: Kind;
      readonly by: Player;
      readonly level: (typeof levelNames)[number];
      readonly hours: number;
      readonly forWhom: Player;
      readonly day: string;
      readonly manager: Player;
      readonly groups: readonly RequestedName[];
    }
  | {
      readonly do: 'answer';
      readonly ticket: number;
      readonly by: Player;
      readonly decision: 'approved' | 'declined';
    }
  | {
      readonly do: 'edit';
      readonly ticket: number;
      readonly by: Hand;
      readonly field: FieldName;
      readonly value: number;
    }
  | { readonly do: 'transition'; readonly ticket: number; readonly to: (typeof transitionNames)[number] }
  | { readonly do: 'delete'; readonly ticket: number }
  | { readonly do: 'retype'; readonly ticket: number; readonly back: boolean }
  | { readonly do: 'member'; readonly group: GroupName; readonly person: Player; readonly member: boolean }
  | { readonly do: 'person'; readonly person: Player; readonly is: 'active' | 'suspended' | 'inactive' }
  | { readonly do: 'revoke-token' };

export const rounds = ['five-minutes', 'hourly', 'daily'] as const;

/** What an administrator or the platform starts out of turn: never in the middle of a run, for it is a run itself. */
export type Order =
  | {
      readonly do: 'rule';
      readonly kind: Kind;
      readonly act: 'disable' | 'enable' | 'fewer-approvers' | 'all-approvers';
    }
  /** Beside those that the clock starts, perhaps two of a kind at once. */
  | { readonly do: 'round'; readonly which: (typeof rounds)[number]; readonly times: 1 | 2 }
  | { readonly do: 'grant'; readonly grant: number; readonly act: 'withdraw' | 'extend' | 'retry' }
  | { readonly do: 'repair-token' };

export type Weather =
  | {
      readonly do: 'strike';
      readonly on: Struck;
      readonly nth: number;
      readonly effect: Effect;
      readonly times: number;
    }
  | { readonly do: 'events'; readonly are: 'prompt' | 'late' | 'lost' | 'doubled' | 'shuffled' }
  | { readonly do: 'queue'; readonly is: 'prompt' | 'late' | 'doubled' | 'reversed' }
  | { readonly do: 'queries'; readonly lagSeconds: number }
  /** Reads of the site answer from before so long. */
  | { readonly do: 'site'; readonly of: 'membership' | 'issueIndex'; readonly lagSeconds: number }
  | { readonly do: 'round-stands'; readonly still: boolean }
  /** Of the machines that run the app, against the site's and the platform's. */
  | { readonly do: 'clock'; readonly aheadSeconds: number }
  /** How the runs of the queue are done from here on. */
  | { readonly do: 'runs'; readonly are: 'one-by-one' | 'side-by-side' };

export type Move =
  | Deed
  | Order
  | Weather
  | { readonly do: 'wait'; readonly seconds: number }
  /** Time is gone, and nothing that was due meanwhile has run. */
  | { readonly do: 'jump'; readonly seconds: number }
  /** In the middle of whatever runs next, at its so-manieth call. */
  | { readonly do: 'slip'; readonly nth: number; readonly deed: Deed };
