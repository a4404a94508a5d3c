import {
  gave,
  heldBeforeUs,
  intend,
  letGo,
  mayStart,
  mustTake,
  startTaking,
  stepBack,
  took,
} from '../../src/domain/change-holding';
import type { Holding, Lease } from '../../src/domain/holding';

/** How far a run gets before it dies. */
export type Reach = 'intent' | 'effect' | 'end';
/** What somebody else does in the directory. */
export type Hand = 'add' | 'remove' | 'nothing';
export type Step =
  | {
      readonly kind: 'give' | 'take';
      readonly grant: string;
      readonly reach: Reach;
      readonly meanwhile: Hand;
    }
  | { readonly kind: 'refused'; readonly grant: string }
  | { readonly kind: 'hand'; readonly hand: Hand }
  | { readonly kind: 'wait'; readonly minutes: number };

/** Longer than any run lives, in minutes. */
export const LEASE_MINUTES = 3;
const pair = { id: 'pair', accountId: 'bob', resourceId: 'readers' };

/**
 * One person and one group, the people who change that by hand, and the app's runs, which may die at any step. What is
 * right is kept apart from what the app writes down: whose the access is, and who needs it.
 */
export class HoldingWorld {
  readonly wrongs: string[] = [];
  #held = false;
  /** Whose the access is. `either`: somebody gave it while we were at it, and nobody can tell. */
  #whose: 'ours' | 'theirs' | 'either' = 'ours';
  readonly #needing = new Set<string>();
  readonly #begun = new Set<string>();
  #holding: Holding | undefined;
  #now = 0;

  get held() {
    return this.#held;
  }
  get whose() {
    return this.#whose;
  }
  get open() {
    return [...this.#begun];
  }
  get remembered() {
    return this.#holding?.grants.length ?? 0;
  }

  run(step: Step): void {
    switch (step.kind) {
      case 'wait':
        this.#now += step.minutes;
        return;
      case 'hand':
        return this.#byHand(step.hand);
      case 'give':
        return this.#give(step);
      case 'refused':
        return this.#refused(step.grant);
      case 'take':
        return this.#take(step);
    }
  }

  #byHand(hand: Hand): void {
    if (hand === 'remove') [this.#held, this.#whose] = [false, 'ours'];
    if (hand !== 'add' || this.#held) return;
    this.#held = true;
    this.#whose = this.remembered === 0 ? 'theirs' : 'either';
  }

  #lease(grantId: string, act: Lease['act']): Lease | undefined {
    const at = (minutes: number) => new Date(minutes * 60_000);
    const lease: Lease = { grantId, act, until: at(this.#now + LEASE_MINUTES) };
    return mayStart(this.#holding, lease, at(this.#now)) === 'go' ? lease : undefined;
  }

  /** Look, write the intent down, give, see it, write that down. */
  #give({ grant, reach, meanwhile }: Extract<Step, { kind: 'give' | 'take' }>): void {
    const begun = this.#intend(grant);
    if (!begun) return;
    const { saw, before, holding, wasTried } = begun;
    if (reach === 'intent') return;
    this.#byHand(meanwhile);
    const outcome = this.#held ? 'already' : 'granted';
    // Seen there, and gone a moment later: what was written down is that it was there before.
    if (outcome === 'granted') [this.#held, this.#whose] = [true, before ? 'either' : 'ours'];
    if (reach === 'effect') return;
    const surprise = outcome === 'already' && !saw && !wasTried;
    this.#holding = gave(holding, grant, before || surprise);
  }

  #intend(grant: string) {
    const lease = this.#lease(grant, 'give');
    if (!lease || this.#isLeaving(grant)) return undefined;
    const saw = this.#held;
    const before = heldBeforeUs(saw, this.#holding);
    const wasTried = this.#holding?.grants.some(({ id }) => id === grant) === true;
    const holding = intend(this.#holding, pair, { lease, heldBefore: before });
    this.#holding = holding;
    this.#begun.add(grant);
    this.#needing.add(grant);
    return { saw, before, holding, wasTried };
  }

  /** What has begun to leave does not come back. */
  #isLeaving(grant: string): boolean {
    return this.#begun.has(grant) && !this.#needing.has(grant);
  }

  /** The site says no for good. What may have been given by an earlier try is still to be taken. */
  #refused(grant: string): void {
    const begun = this.#intend(grant);
    if (!begun) return;
    const over = !begun.saw || !mustTake(begun.holding, grant);
    this.#holding = stepBack(begun.holding, pair, { grantId: grant, over });
    if (over) this.#over(grant);
  }

  #over(grant: string): void {
    this.#begun.delete(grant);
    this.#needing.delete(grant);
  }

  #take({ grant, reach, meanwhile }: Extract<Step, { kind: 'give' | 'take' }>): void {
    const lease = this.#lease(grant, 'take');
    const holding = this.#holding;
    if (!lease || !holding || !this.#begun.has(grant)) return;
    this.#needing.delete(grant);
    if (!mustTake(holding, grant)) {
      this.#holding = letGo(holding, grant);
      return this.#over(grant);
    }
    const taking = startTaking(holding, lease);
    this.#holding = taking;
    if (reach === 'intent') return;
    this.#byHand(meanwhile);
    if (this.#held && this.#whose === 'theirs') this.wrongs.push(`${grant} took what was there before`);
    if (this.#needing.size > 0) this.wrongs.push(`${grant} took what ${[...this.#needing].join()} needs`);
    [this.#held, this.#whose] = [false, 'ours'];
    if (reach === 'effect') return;
    this.#holding = took(taking, grant);
    this.#over(grant);
  }
}
