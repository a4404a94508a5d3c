import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { Deed } from './moves';
import { groupNames, levelNames, players, requestedNames } from './moves';
import type { Oracle } from './oracle';
import { tokenOwner } from './ledger';
import {
  confluenceOption,
  durations,
  fieldIds,
  levels,
  namedOptions,
  types,
  where,
  who,
  type World,
} from './world';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';

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
        return this.setMember(deed);
      case 'person':
        return this.setPerson(deed);
      case 'revoke-token':
        return this.world.revokeTokensOf(tokenOwner.accountId);
    }
  }

  private setMember({ group, person, member }: Of<'member'>): void {
    const { directory } = this.world.site;
    if (directory.isMember(where[group], who[person]) === member) return;
    if (group === 'security') this.oracle.ledger.allSpoilt();
    this.oracle.ledger.memberSet(where[group], who[person], member);
    directory.setMember(where[group], who[person], member);
  }

  /** Who may be given something, and whose answer counts: only a change of that spoils what was asked for. */
  private setPerson({ person, is }: Of<'person'>): void {
    const { directory } = this.world.site;
    const { accountStatus, membershipStatus } = directory.person(who[person]);
    const next = {
      accountStatus: is === 'inactive' ? 'inactive' : 'active',
      membershipStatus: is === 'suspended' ? 'suspended' : 'active',
    } as const;
    if (accountStatus === next.accountStatus && membershipStatus === next.membershipStatus) return;
    this.oracle.ledger.allSpoilt();
    directory.setPerson(who[person], next);
  }

  private onTicket(number: number, act: (issueId: string) => void): void {
    const issueId = this.tickets[number % Math.max(1, this.tickets.length)];
    if (issueId !== undefined && this.world.site.work.find(issueId)) act(issueId);
  }

  private raise({ kind, by, ...asked }: Of<'raise'>): void {
    const fields = {
      team: { [fieldIds.level]: levels[asked.level] },
      shared: {
        [fieldIds.level]: levels[asked.level],
        [fieldIds.hours]: asked.hours,
        [fieldIds.reason]: adfOf('because'),
      },
      named: {
        [fieldIds.level]: levels.named,
        [fieldIds.requestedGroups]: asked.groups.map((name) => namedOptions[name]),
        [fieldIds.duration]: durations[asked.hours === 1 ? 24 : 8],
        [fieldIds.manager]: who[asked.manager],
      },
      application: {
        [fieldIds.application]: confluenceOption,
        [fieldIds.forWhom]: who[asked.forWhom],
        [fieldIds.expiresOn]: asked.day,
      },
    }[kind];
    const issue = this.world.site.work.raise({ by: who[by], requestTypeId: types[kind], fields });
    this.tickets.push(issue.id);
    this.oracle.ledger.raised(issue);
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
    case 'reason':
      return { [fieldIds.reason]: adfOf(`because ${value}`) };
    case 'requestedGroups': {
      const name = requestedNames[value % requestedNames.length] ?? 'hr';
      return { [fieldIds.requestedGroups]: [namedOptions[name]] };
    }
    case 'duration':
      return { [fieldIds.duration]: durations[value % 2 === 0 ? 8 : 24] };
    case 'manager':
      return { [fieldIds.manager]: person };
    case 'summary':
      return { summary: `Please, ${groupNames[value % groupNames.length] ?? ''}` };
  }
}

/** The site refuses by saying so; anything else is a mistake of the rig. */
const isRefusal = ({ message }: Error): boolean =>
  /takes no answer|cannot take the transition|There is no (issue|field)|is not on|not available/.test(
    message,
  );
