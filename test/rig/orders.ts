import { credentialOf, valueOf } from '../start';
import { claimsOf } from './claims';
import { tokenOwner } from './ledger';
import type { Order } from './moves';
import type { Oracle } from './oracle';
import { sharedRule, teamRule } from './rules';
import type { Sky } from './weather';
import { HOUR, who, type World } from './world';

type Of<K extends Order['do']> = Extract<Order, { do: K }>;

/** The administrator of one run, at the pages of the app. */
export class Administrator {
  private tokens = 0;

  constructor(
    private readonly world: World,
    private readonly oracle: Oracle,
    private readonly sky: Sky,
  ) {}

  async carryOut(order: Order): Promise<void> {
    this.oracle.runBegins();
    switch (order.do) {
      case 'repair-token':
        return this.sky.inPeace(() => this.oracle.mute(() => this.repairToken()));
      case 'rule':
        return this.sky.inPeace(() => this.changeRule(order));
      case 'grant':
        return this.actOnGrant(order);
      case 'round':
        return this.runRound(order);
    }
  }

  /** The old token is not asked for: a new one is made and put in its place. */
  private async repairToken(): Promise<void> {
    const { call, connectionId: connection, site } = this.world;
    const text = `token-${(this.tokens += 1)}`;
    const expiresAt = '2027-01-01T00:00:00.000Z';
    site.directory.issueToken({ id: text, accountId: tokenOwner.accountId, expiresAt }, text);
    const values = credentialOf({ email: tokenOwner.email, token: text });
    const { draft = '' } = valueOf(
      await call('credential.check', { connector: 'confluence', connection, values }),
    );
    const { version } = valueOf(await call('connection.read', { id: connection }));
    valueOf(await call('connection.rotate', { id: connection, version, draft, values: {} }));
  }

  private async changeRule({ kind, act }: Of<'rule'>): Promise<void> {
    const { call, connectionId, ruleIds } = this.world;
    const id = ruleIds[kind];
    const { version, state } = valueOf(await call('rule.read', { id }));
    if (act === 'disable' || act === 'enable') {
      this.oracle.rulesStayed &&= act !== 'disable';
      const wanted = act === 'disable' ? 'disabled' : 'enabled';
      if (state !== wanted)
        valueOf(await call(act === 'disable' ? 'rule.disable' : 'rule.enable', { id, version }));
      return;
    }
    const rule = kind === 'shared' ? sharedRule(connectionId) : teamRule(connectionId);
    const [source] = rule.approval.sources;
    if (source?.kind !== 'people') return;
    const approvers =
      act === 'fewer-approvers' ? source.ids.filter((person) => person !== who.firstApprover) : source.ids;
    const approval = { ...rule.approval, sources: [{ ...source, ids: [...approvers] }] };
    const saved = await call('rule.update', { id, version, rule: { ...rule, approval } });
    if (saved.ok) this.oracle.ledger.ruleSaved(kind, approvers);
  }

  /** Whatever becomes of it: nothing of a round is retried. */
  private async runRound({ which, times }: Of<'round'>): Promise<void> {
    const { forge, installation } = this.world;
    const once = () => forge.runSchedule(installation, which).catch(mayHaveFailed);
    await Promise.all(Array.from({ length: times }, once));
  }

  /** A click may come to nothing, or may have worked although it looked as if it had not. */
  private async actOnGrant({ grant: number, act }: Of<'grant'>): Promise<void> {
    const claims = claimsOf(this.world);
    const claim = claims[number % Math.max(1, claims.length)];
    if (!claim) return;
    const { id: grantId } = claim;
    if (act === 'withdraw') this.oracle.withdrawn.add(grantId);
    if (act === 'retry') this.oracle.retried(grantId);
    const until = this.world.clock.time() + 3 * HOUR;
    if (act === 'extend') {
      this.oracle.lengthened.set(grantId, Math.max(until, this.oracle.lengthened.get(grantId) ?? 0));
      this.oracle.ledger.promised(until);
      this.oracle.extended.set(grantId, Math.min(until, this.endOf(grantId, claim.issueId)));
    }
    const input = act === 'extend' ? { grantId, until: new Date(until).toISOString() } : { grantId };
    const clicked =
      act === 'extend'
        ? this.world.call('grant.extend', { grantId, until: new Date(until).toISOString() })
        : this.world.call(act === 'withdraw' ? 'grant.withdraw' : 'grant.retry', input);
    await clicked.catch(mayHaveFailed);
  }

  private endOf(grantId: string, issueId: string): number {
    return this.oracle.extended.get(grantId) ?? this.oracle.ledger.entries.get(issueId)?.endsAt ?? Infinity;
  }
}

function mayHaveFailed(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'PlatformError') throw error;
}
