import type { Option, Page } from '../connectors/connector';
import type { DeskView, FormView } from '../contract/rule-views';
import type { Message } from '../domain/message';
import type { ApprovalEvidence, Person, Ticket } from '../domain/ticket';

/**
 * Jira Service Management, as the app's own account sees it. Every failure is a `Fault`: `not-found` where something is
 * to be done on a ticket that cannot be seen.
 */
export interface ServiceDesk {
  /** The ticket as it is now, with everything that happened to it. Undefined: deleted, or hidden from the app. */
  find(issueId: string): Promise<Ticket | undefined>;
  findByKey(key: string): Promise<Ticket | undefined>;
  /** The records of its approvals, oldest first. Undefined: the service desk shows no such request, or not to us. */
  approvals(issueId: string): Promise<readonly ApprovalEvidence[] | undefined>;
  /** Fills the field whose people the approval step asks. */
  ask(issueId: string, fieldId: string, people: readonly string[]): Promise<void>;
  /** Says what was not said yet. `key` is kept with the comment, so that nothing is said twice. */
  say(
    issueId: string,
    messages: readonly { readonly key: string; readonly message: Message }[],
  ): Promise<void>;
  /**
   * Moves the ticket by a transition that leads there. `no-way`: there is none from where it is. `from` is the status
   * it was in a moment ago; absent, it is asked for.
   */
  move(issueId: string, statusId: string, from?: string): Promise<'moved' | 'already' | 'no-way'>;
  /**
   * Tickets of these projects that changed since, newest change first. May lag. One project that is not there, or that
   * is hidden from the app, makes Jira refuse all of it.
   */
  changedSince(since: Date, projectIds: readonly string[], cursor?: string): Promise<Page<Changed>>;

  listDesks(): Promise<readonly DeskView[]>;
  readForm(deskId: string, requestTypeId: string): Promise<FormView>;
}

/** A ticket that changed, as a search shows it. */
export interface Changed {
  readonly issueId: string;
  readonly at: Date;
  /** Absent: it cannot be told. */
  readonly type?: Pick<Ticket, 'projectId' | 'requestTypeId'>;
}

/** The site's directory, as the app's own account sees it. */
export interface People {
  find(accountId: string): Promise<Person | undefined>;
  /** What kind of account it is, which never changes. Undefined: the site does not know it. */
  kindOf(accountId: string): Promise<Person['kind'] | undefined>;
  search(kind: 'person' | 'group', query: string): Promise<readonly Option[]>;
  describe(kind: 'person' | 'group', ids: readonly string[]): Promise<readonly Option[]>;
}
