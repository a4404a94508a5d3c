import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { Deed } from './moves';
import { groupNames, levelNames, players } from './moves';
import type { Oracle } from './oracle';
import { tokenOwner } from './ledger';
import { confluenceOption, fieldIds, levels, types, where, who, type World } from './world';

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>;

/** The people of one run, and the tickets that they have raised. */
export class People {
  private readonly tickets: string[] = [];

  constructor(
    private readonly world: World,
    private readonly oracle: Oracle,
  ) {}

  /** Does what the site lets them do; what it refuses has not happened. */
  do(deed: Deed): void {
    try {
      this.act(deed);
    } catch (error) {
      if (!(error instanceof Error) || !isRefusal(error)) throw error;
    }
  }

  private act(deed: Deed): void {
    const { directory } = this.world.site;
    switch (deed.do) {
      case 'raise':
        return this.raise(deed);
      case 'answer':
        return this.answer(deed);
      case 'edit':
        return this.edit(deed);
      case 'transition':
        return this.onTicket(deed.ticket, (id) => {
          this.world.site.work.transition(id, { by: who.agent, to: deed.to });
          this.oracle.ledger.spoilt(id);
        });
      case 'delete':
        return this.onTicket(deed.ticket, (id) => this.world.site.work.delete(id, { by: who.agent }));
      case 'retype':
        return this.onTicket(deed.ticket, (id) => this.retype(id, deed.back));
      case 'member':
        return directory.setMember(where[deed.group], who[deed.person], deed.member);
      case 'person':
        this.oracle.ledger.allSpoilt();
        return directory.setPerson(who[deed.person], {
          accountStatus: deed.is === 'inactive' ? 'inactive' : 'active',
          membershipStatus: deed.is === 'suspended' ? 'suspended' : 'active',
        });
      case 'revoke-token':
        return this.world.revokeTokensOf(tokenOwner.accountId);
    }
  }

  private onTicket(number: number, act: (issueId: string) => void): void {
    const issueId = this.tickets[number % Math.max(1, this.tickets.length)];
    if (issueId !== undefined && this.world.site.work.find(issueId)) act(issueId);
  }

  private raise({ kind, by, ...asked }: Of<'raise'>): void {
    const fields = {
      team: { [fieldIds.level]: levels[asked.level] },
      shared: { [fieldIds.level]: levels[asked.level], [fieldIds.hours]: asked.hours },
      application: {
        [fieldIds.application]: confluenceOption,
        [fieldIds.forWhom]: who[asked.forWhom],
        [fieldIds.expiresOn]: asked.day,
      },
    }[kind];
    const issue = this.world.site.work.raise({ by: who[by], requestTypeId: types[kind], fields });
    this.tickets.push(issue.id);
    this.oracle.ledger.raised(kind, issue);
  }

  private answer({ ticket, by, decision }: Of<'answer'>): void {
    this.onTicket(ticket, (id) => {
      this.world.site.work.answer(id, { by: who[by], decision });
      this.oracle.ledger.answered(id, who[by]);
    });
  }

  private edit({ ticket, by, field, value }: Of<'edit'>): void {
    this.onTicket(ticket, (id) => {
      const before = this.world.site.work.issue(id).changelog.length;
      const person = who[players[value % players.length] ?? 'employee'];
      const actor = who[by];
      if (field === 'reporter') this.world.site.work.edit(id, { by: actor, reporter: person });
      else this.world.site.work.edit(id, { by: actor, fields: valueOf(field, value, person) });
      if (this.world.site.work.issue(id).changelog.length === before) return;
      const name = field === 'reporter' || field === 'summary' ? field : fieldIds[field];
      this.oracle.ledger.changed(id, actor, name);
    });
  }

  private retype(id: string, back: boolean): void {
    const { work } = this.world.site;
    const { requestTypeId } = work.issue(id);
    const help = acme.desk.requestTypes.getItHelp.id;
    work.move(id, { by: who.agent, requestTypeId: help });
    if (back) work.move(id, { by: who.agent, requestTypeId });
    this.oracle.ledger.changed(id, who.agent, 'type');
  }
}

type Edited = Exclude<Of<'edit'>['field'], 'reporter'>;

function valueOf(field: Edited, value: number, person: string): Readonly<Record<string, unknown>> {
  switch (field) {
    case 'level':
      return { [fieldIds.level]: levels[levelNames[value % levelNames.length] ?? 'hr'] };
    case 'hours':
      return { [fieldIds.hours]: 1 + value };
    case 'forWhom':
      return { [fieldIds.forWhom]: person };
    case 'expiresOn':
      return { [fieldIds.expiresOn]: value % 2 === 0 ? '2026-01-05' : '2026-01-06' };
    case 'approvers':
      return { [fieldIds.approvers]: [person, who.firstApprover] };
    case 'summary':
      return { summary: `Please, ${groupNames[value % groupNames.length] ?? ''}` };
  }
}

/** The site refuses by saying so; anything else is a mistake of the rig. */
const isRefusal = ({ message }: Error): boolean =>
  /takes no answer|cannot take the transition|There is no (issue|field)|is not on|not available/.test(
    message,
  );
