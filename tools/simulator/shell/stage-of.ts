import { variantTable } from '../atlassian/variants';
import { describeWorld } from '../atlassian/worlds/describe';
import { jiraAdminOf } from '../principals';
import type { Simulator } from '../simulator';
import { residentsOf } from './residents';
import type { Stage } from './stage';

/** A whole simulator, for the shell to show. */
export const stageOf = (simulator: Simulator): Stage => ({
  clock: simulator.clock,
  faults: simulator.faults,
  site: simulator.site,
  forge: simulator.forge,
  installation: simulator.installation,
  residents: residentsOf(simulator.site),
  firstPerson: jiraAdminOf(simulator.site).accountId,
  variants: { table: variantTable, inForce: simulator.site.variants },
  describe: () => describeWorld(simulator.site.seed),
  advance: (ms) => simulator.advance(ms),
  close: () => simulator.close(),
});
