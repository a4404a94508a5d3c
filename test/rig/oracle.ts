import type { CallPoint } from '../../tools/simulator/faults';
import { claimsOf } from './claims';
import { heldOn, Ledger, type Pair } from './ledger';
import { isEffect, type Phase } from './points';
import { RETRY_AFTER_SECONDS } from './strikes';
import type { World } from './world';

/** Whose a membership is. `shared`: added by hand while a grant of the pair was alive, so nobody can tell. */
type Origin = 'hand' | 'app' | 'shared';

const CHANGES_A_GROUP = /^(POST|DELETE) .*\/group\/user$/;
const CLAIM = /#([0-9a-f]{40})#\d+#grant\.(intended|withdrawing|succeeded|revoked|unverified|blocked|failed)/;

/** A plan of some thirty moves needs some hundred runs. */
const MOST_RUNS = 1_500;
/** As long as the manifest lets the work of the queue last. */
const LONGEST_RUN_MS = 120_000;
export class Restless extends Error {
  override readonly name = 'Restless';
}

/** Looks on from outside, and says what should never have happened. */
export class Oracle {
  readonly violations: string[] = [];
  readonly ledger: Ledger;
  /** Ends that an administrator chose, by grant. */
  readonly withdrawn = new Set<string>();
  readonly extended = new Map<string, number>();
  /** The latest of them, whether or not the click came through. */
  readonly lengthened = new Map<string, number>();
  /** How far the app's clock has been off, at the most. */
  skewMs = 0;
  /** No rule was switched off. */
  rulesStayed = true;
  adds = 0;
  removals = 0;
  private held: ReadonlySet<Pair>;
  private readonly origins = new Map<Pair, Origin>();
  /** What was allowed a moment ago: nobody can see an edit that comes between the last look and the effect. */
  private readonly grace = new Map<Pair, number>();
  private readonly justified = new Set<string>();
  /** Grants that were seen to be given. */
  private readonly succeeded = new Set<string>();
  /** Grants whose approval, or person, had fallen away when they were to be taken back, before they were seen. */
  private readonly fallen = new Set<string>();
  private readonly takenByHand = new Set<Pair>();
  private readonly addedFor = new Map<string, Pair>();
  private readonly notBefore = new Map<string, number>();
  private runs = 0;
  /** Which grant was last said to be given or taken, of each pair. */
  private readonly atWork = new Map<Pair, string>();
  private muted = false;

  constructor(private readonly world: World) {
    this.ledger = new Ledger(world);
    this.held = heldOn(world);
    for (const pair of this.held) this.origins.set(pair, 'hand');
  }

  /** Every call passes here, before and after. */
  see(point: CallPoint, phase: Phase, struck: string | undefined): void {
    const { service, operation, key } = point;
    if (phase === 'before' && (service === 'event' || (service === 'queue' && !isEffect(point))))
      this.runBegins();
    if (service === 'kvs' && phase === 'after' && operation === 'transaction') this.claimed(key);
    if (service !== 'egress' || !CHANGES_A_GROUP.test(operation) || this.muted) return;
    if (phase === 'after') this.lookForChanges();
    else this.mayBeSent(point, struck);
  }

  runBegins(): void {
    this.runs += 1;
    if (this.runs > MOST_RUNS) throw new Restless();
    // Of runs side by side nobody knows which has ended.
    const isAlone = this.world.forge.queues.parallel === 1;
    if (isAlone) this.atWork.clear();
    const past = isAlone ? Infinity : this.world.clock.time() - LONGEST_RUN_MS;
    for (const [pair, since] of this.grace) if (since < past) this.grace.delete(pair);
  }

  /** An administrator wants it to be tried now, whoever asked for patience. */
  retried(grant: string): void {
    for (const call of this.notBefore.keys()) if (call.startsWith(grant)) this.notBefore.delete(call);
  }

  /** A deed in the middle of a run. */
  slip(deed: () => void): void {
    for (const pair of this.ledger.valid().keys()) this.grace.set(pair, this.world.clock.time());
    this.byHand(deed, this.ledger.valid());
  }

  /** `looked`: pairs at which a run may have looked a moment ago. Who was first there, nobody can tell. */
  byHand(deed: () => void, looked: ReadonlyMap<Pair, unknown> = new Map()): void {
    const claims = claimsOf(this.world);
    deed();
    const now = heldOn(this.world);
    for (const pair of now) {
      if (this.held.has(pair)) continue;
      const alive = claims.some((claim) => claim.live && `${claim.group} ${claim.person}` === pair);
      this.origins.set(pair, alive || looked.has(pair) ? 'shared' : 'hand');
    }
    for (const pair of this.held) {
      if (now.has(pair)) continue;
      this.origins.delete(pair);
      this.takenByHand.add(pair);
      for (const [grant, added] of this.addedFor) if (added === pair) this.addedFor.delete(grant);
    }
    this.held = now;
  }

  /** What an administrator sets right is not the app's work on a request. */
  async mute(work: () => Promise<unknown>): Promise<void> {
    this.muted = true;
    await work();
    this.muted = false;
    this.held = heldOn(this.world);
  }

  ofApp = (): readonly Pair[] => [...this.held].filter((pair) => this.origins.get(pair) === 'app');

  wasTakenByHand = (pair: Pair): boolean => this.takenByHand.has(pair);

  say(what: string): void {
    this.violations.push(`${this.world.clock.now().toISOString()} ${what}`);
  }

  private claimed(key: string): void {
    const [, grant, stage] = CLAIM.exec(key) ?? [];
    if (grant === undefined) return;
    if (stage === 'succeeded') this.succeeded.add(grant);
    const claim = claimsOf(this.world).find(({ id }) => id === grant);
    if (!claim) return;
    const pair: Pair = `${claim.group} ${claim.person}`;
    const isUnseen = claim.way === 'out' && !this.succeeded.has(grant);
    if (isUnseen && !(this.ledger.valid().has(pair) && this.isActive(claim.person))) this.fallen.add(grant);
    // A transaction that was refused claims nothing.
    const isAtWork = claim.state === (stage === 'intended' ? 'pending' : 'revoking');
    const begins = stage === 'intended' || stage === 'withdrawing';
    if (begins && isAtWork) this.atWork.set(pair, grant);
    if (!begins && this.atWork.get(pair) === grant) this.atWork.delete(pair);
    if (stage !== 'intended' || this.justified.has(grant) || !isAtWork) return;
    if (this.mayGive(pair)) this.justified.add(grant);
    else this.say(`it is about to give ${pair} without a valid approval`);
    const ends = this.ledger.entries.get(claim.issueId)?.ends;
    if (ends && ![...ends].some((end) => end - this.skewMs <= claim.until && claim.until <= end))
      this.say(
        `it is about to give ${pair} until ${instantOf(claim.until)}, which its approval does not say`,
      );
  }

  private isActive(accountId: string): boolean {
    const { accountStatus, membershipStatus } = this.world.site.directory.person(accountId);
    return accountStatus === 'active' && membershipStatus === 'active';
  }

  private mayGive = (pair: Pair): boolean => this.ledger.valid().has(pair) || this.grace.has(pair);

  private mayBeSent({ operation, key }: CallPoint, struck: string | undefined): void {
    // Several at work on one group cannot be told apart.
    const [grant, another] = [...this.atWork].flatMap(([pair, id]) =>
      key.includes(groupOf(pair)) ? [id] : [],
    );
    if (grant === undefined || another !== undefined) return;
    // What was given by mistake is taken back at once: only the same call has to wait.
    const call = `${grant} ${operation}`;
    const wait = this.notBefore.get(call) ?? 0;
    if (this.world.clock.time() < wait) this.say(`${operation} was sent again before Retry-After was over`);
    if (struck?.startsWith('429') === true)
      this.notBefore.set(call, this.world.clock.time() + RETRY_AFTER_SECONDS * 1_000);
  }

  private lookForChanges(): void {
    const now = heldOn(this.world);
    for (const pair of now) if (!this.held.has(pair)) this.added(pair);
    for (const pair of this.held) if (!now.has(pair)) this.removed(pair);
    this.held = now;
  }

  private added(pair: Pair): void {
    this.adds += 1;
    this.origins.set(pair, 'app');
    const grant = this.atWork.get(pair);
    if (grant === undefined) return this.say(`${pair} was given without an intent on record`);
    if (!this.justified.has(grant)) this.say(`${pair} was given without a valid approval`);
    if (this.addedFor.has(grant)) this.say(`${pair} was given twice for one grant`);
    this.addedFor.set(grant, pair);
  }

  private removed(pair: Pair): void {
    this.removals += 1;
    const origin = this.origins.get(pair);
    this.origins.delete(pair);
    if (origin === 'hand') this.say(`${pair} was taken, and was there before us`);
    if (!this.atWork.has(pair)) this.say(`${pair} was taken without an intent on record`);
    const now = this.world.clock.time();
    for (const claim of claimsOf(this.world)) {
      if (!claim.live || `${claim.group} ${claim.person}` !== pair || this.withdrawn.has(claim.id)) continue;
      const end = this.extended.get(claim.id) ?? this.ledger.entries.get(claim.issueId)?.endsAt ?? Infinity;
      // What is only on its way in has given nothing yet that could be cut.
      if (claim.way === 'in' && claim.state !== 'active') continue;
      // What was begun goes back when its approval falls before it was seen to be there.
      if (this.fallen.has(claim.id)) continue;
      if (!this.succeeded.has(claim.id) && !this.ledger.valid().get(pair)?.includes(claim.issueId)) continue;
      // Fixed by a clock that was behind, and come by one that is ahead.
      if (end > now + 2 * this.skewMs)
        this.say(`${pair} was taken while ${claim.issueId} still lasts until ${new Date(end).toISOString()}`);
    }
  }
}

const instantOf = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString() : 'for ever');

const groupOf = (pair: Pair): string => pair.slice(0, pair.indexOf(' '));
