import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, fieldRef } from '../journeys/rules';
import type { RuleInput } from '../../src/contract/rule';
import { where, who, type Scene } from '../rig/world';

const { people, groups } = acme;

/** Nothing ends and no ticket is moved: of giving, only what giving itself takes is left. */
const lasting = { end: { kind: 'never' }, outcome: {} } as const;
const scene = (team: Partial<RuleInput>): Scene => ({
  defaultGroups: [where.confluence],
  over: () => ({ team }),
});

export const short: Scene = scene(lasting);

const policy = aPolicy({ sources: [{ kind: 'people', ids: [who.firstApprover] }] });
/** Reminds after one hour, and gives up after two. */
export const impatient: Scene = scene({
  ...lasting,
  approval: { ...policy, remindAfterHours: 1, cancelAfterHours: 2 },
});

export const byStatus: Scene = scene({ ...lasting, approval: { ...policy, by: 'status', sources: [] } });

/** The group whose members need no approval. */
export const trusted = { id: groups.coffeeClub, name: 'coffee-club' };
export const exempting: Scene = scene({ ...lasting, approval: { ...policy, exempt: [trusted] } });

/** Whoever has this address gets an account first. */
export const joiner = 'new.joiner@elsewhere.example';
export const inviting: Scene = {
  defaultGroups: [where.confluence],
  over: () => ({
    application: {
      ...lasting,
      beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true },
      approval: policy,
    },
  }),
};

export const tokenOwner = people.orgAdmin.accountId;
