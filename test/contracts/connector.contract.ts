import { changingCases } from './connector/changing';
import { formCases } from './connector/form';
import { faultCases } from './connector/faults';
import { givingCases } from './connector/giving';
import { hostileCases } from './connector/hostile';
import { listCases } from './connector/lists';
import { lookingCases } from './connector/looking';
import { memoryCases } from './connector/memory';
import { secretCases } from './connector/secrets';
import type { Setup } from './connector/stage';

export type { Setup, Stage } from './connector/stage';

/**
 * What every connector promises, whatever it connects. A new connector is done when this is green. It disturbs the
 * connector's `http` and nothing else, so the same cases run against a simulated target and against a real one.
 */
export function connectorContract(name: string, setup: Setup): void {
  targetContract(name, setup);
  describe(`${name} keeps what no target has a say in`, () => {
    formCases(setup);
    hostileCases(setup);
  });
}

/** The part in which the target has a say: it holds however the target behaves where nothing is written down. */
export function targetContract(name: string, setup: Setup): void {
  describe(`${name} keeps the connector contract`, () => {
    lookingCases(setup);
    listCases(setup);
    givingCases(setup);
    changingCases(setup);
    memoryCases(setup);
    faultCases(setup);
    secretCases(setup);
  });
}
