import type { Page } from '../connectors/connector';
import type { Grant, GrantState } from '../domain/grant';
import type { Holding } from '../domain/holding';
import type { AccessRequest, RequestState } from '../domain/request';
import type { Access, ApprovalPolicy, Rule, Trigger } from '../domain/rule';

/** What is known of every rule without opening it: what it listens to, and what a list shows. */
export interface RuleEntry {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly state: Rule['state'];
  readonly trigger: Trigger;
  readonly kind: Access['kind'];
  readonly connectionIds: readonly string[];
  readonly groupNames: readonly string[];
  readonly approval: ApprovalPolicy;
}

/** One record, read whole and strictly, and written under one guard: so no two rules can come to overlap. */
export interface RuleBook {
  readonly version: number;
  readonly entries: readonly RuleEntry[];
}

export interface Rules {
  book(): Promise<RuleBook>;
  find(id: string): Promise<Rule | undefined>;
  findVersion(id: string, version: number): Promise<Rule | undefined>;
}

/** `ended`: everything was given that could be, and all of it has ended. Those are not among the fulfilled ones. */
export type RequestStanding = RequestState | 'ended';

export interface RequestFilter {
  readonly state?: RequestStanding;
  readonly person?: string;
  readonly ruleId?: string;
}

export interface Requests {
  find(issueId: string): Promise<AccessRequest | undefined>;
  /** Newest first. May lag behind a write, like every list. */
  list(filter: RequestFilter, cursor?: string): Promise<Page<AccessRequest>>;
  /** Requests that somebody has to look at by now, the longest waiting first. */
  listDue(now: Date, cursor?: string): Promise<Page<AccessRequest>>;
}

/** `drifted`: active, and seen to be gone. Those are not among the active ones. */
export type GrantFilter = GrantState | 'drifted';

export interface Between {
  readonly after: Date;
  readonly until: Date;
}

export interface Grants {
  find(id: string): Promise<Grant | undefined>;
  /** Several at once, strictly. Unknown ids are left out. */
  findMany(ids: readonly string[]): Promise<readonly Grant[]>;
  /** Grants on their way in or out that somebody has to look at by now, the longest waiting first. */
  listDue(way: Grant['way'], now: Date, cursor?: string): Promise<Page<Grant>>;
  /** Those that somebody has to look at after one instant and up to another, the first first. */
  listWaking(way: Grant['way'], between: Between, cursor?: string): Promise<Page<Grant>>;
  /** Those that somebody has to look at by now of one resource, whatever their way. */
  listDueOf(resourceId: string, now: Date, cursor?: string): Promise<Page<Grant>>;
  /** Grants that are not over, of one connection. */
  listLiveOf(connectionId: string): Promise<Page<Grant>>;
  /** Grants that are not over, of one rule. */
  listLiveBy(ruleId: string, cursor?: string): Promise<Page<Grant>>;
  listByState(state: GrantFilter, cursor?: string): Promise<Page<Grant>>;
  /** Every grant that somebody ever had. */
  listByPerson(accountId: string, cursor?: string): Promise<Page<Grant>>;
}

export interface Holdings {
  find(id: string): Promise<Holding | undefined>;
}

/** Something to be looked at again. It says where, never what: what is true is read then. */
export type Work =
  | { readonly kind: 'request'; readonly issueId: string }
  | {
      readonly kind: 'grant';
      /** The request that it belongs to. */
      readonly issueId: string;
      readonly grantId: string;
    }
  /** A heartbeat: which quarter of an hour it is for, and in which one its chain began. */
  | { readonly kind: 'ends'; readonly slot: Date; readonly root: Date };

export interface Queue {
  /** At least once, in any order, after so many seconds (at most 900): the same for all, or each after its own. */
  push(work: readonly Work[], afterSeconds?: number | readonly number[]): Promise<void>;
}
