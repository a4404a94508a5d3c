import type { RuleInput } from '@contract/rule';
import { hoursText } from '../draft/spans';
import { allOf, anyOf, approversText, connectionsIn, type Names } from './approval-words';

/** One thing that a rule says. `key` tells what it is about, whatever it says about it. */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

const quoted = (label: string) => `“${label}”`;
const listed = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

function whenText({ trigger }: RuleInput): string {
  const conditions = trigger.conditions.map(
    ({ field, anyOf: options }) => `${field.name} is ${anyOf(options.map(({ label }) => quoted(label)))}`,
  );
  const raised = `When somebody raises ${quoted(trigger.requestTypeName)} in ${trigger.projectName}`;
  return conditions.length === 0 ? `${raised}.` : `${raised} and ${allOf(conditions)}.`;
}

function accessText({ access }: RuleInput, { connections }: Names): string {
  const nameOf = (id: string) => connections.get(id) ?? 'a connection that is gone';
  if (access.kind === 'application-access') {
    const told = access.applications.map(
      ({ option, connectionId }) =>
        `${quoted(option.label)} gives the default groups of ${nameOf(connectionId)}`,
    );
    return `${access.field.name} names the application: ${allOf(told)}.`;
  }
  const told = access.choices.map(
    ({ option, groups }) => `${quoted(option.label)} gives ${allOf(listed(groups))}`,
  );
  const what = access.kind === 'privileged-access' ? 'privileged groups' : 'groups';
  return `${access.field.name} says which ${what} of ${nameOf(access.connectionId)}: ${allOf(told)}.`;
}

function whoText({ beneficiary }: RuleInput): string {
  if (beneficiary.kind === 'requester') return 'The access is for whoever asks.';
  const { name } = beneficiary.field;
  if (beneficiary.kind === 'person') return `The access is for the person in the field ${name}.`;
  const invited = beneficiary.invite ? ' Whoever has no account yet is invited once it is approved.' : '';
  return `The access is for the person whose email is in the field ${name}.${invited}`;
}

type Said = Exclude<RuleInput['end'], { kind: 'never' | 'after' }>;

/** A limit holds for requests that say nothing, too. */
function unsaidText(end: Said): string {
  const longest = end.kind === 'choice' ? Math.max(...end.choices.map(({ hours }) => hours)) : end.maxHours;
  return longest === undefined
    ? 'the access has no end.'
    : `the access ends ${hoursText(longest)} after the approval.`;
}

function endText({ end }: RuleInput): string {
  if (end.kind === 'never') return 'It has no end.';
  if (end.kind === 'after') return `It ends ${hoursText(end.hours)} after the approval.`;
  const otherwise = end.required ? ' Without it, the request is refused.' : ` Without it, ${unsaidText(end)}`;
  if (end.kind === 'choice') {
    const told = end.choices.map(({ option, hours }) => `${quoted(option.label)} is ${hoursText(hours)}`);
    return `${end.field.name} says for how long: ${allOf(told)}.${otherwise}`;
  }
  const most = end.maxHours === undefined ? '' : ` At most ${hoursText(end.maxHours)}.`;
  const when = end.kind === 'hours' ? 'for how many hours' : 'until when';
  return `${end.field.name} says ${when}.${otherwise}${most}`;
}

function approvalLines({ access, approval }: RuleInput, names: Names): Sentence[] {
  const { by, approversField, exempt, remindAfterHours, cancelAfterHours } = approval;
  const filled = approversField ? ` The app puts them into the field ${approversField.name}.` : '';
  const who = approversText({ approval, connectionIds: connectionsIn(access) }, names);
  const record =
    by === 'record'
      ? `Approved by ${who}, in the approval record of the request.${filled}`
      : `Decided by the status of the request alone, which proves less. Named as approvers: ${who}.${filled}`;
  const times = [
    remindAfterHours === undefined ? '' : `Approvers are reminded after ${hoursText(remindAfterHours)}.`,
    cancelAfterHours === undefined ? '' : `The request is cancelled after ${hoursText(cancelAfterHours)}.`,
  ].filter(Boolean);
  return [
    { key: 'approval', text: record },
    ...(exempt.length > 0
      ? [{ key: 'exempt', text: `Members of ${anyOf(listed(exempt))} need no approval.` }]
      : []),
    ...(times.length > 0 ? [{ key: 'times', text: times.join(' ') }] : []),
  ];
}

function decisionText({ decision: { approved, declined }, approval }: RuleInput): string {
  const yes = approved.length > 0 ? anyOf(listed(approved)) : 'no status';
  const no = declined.length > 0 ? anyOf(listed(declined)) : 'no status';
  const only =
    approval.by === 'record'
      ? ' The approval record decides what is given: without one, a ticket that is moved to approved is stopped.'
      : '';
  return `${yes} means approved, ${no} means declined.${only}`;
}

function outcomeText({ outcome: { fulfilled, failed } }: RuleInput): string {
  const to = (status: { name: string } | undefined) =>
    status ? `moves to ${status.name}` : 'stays where it is';
  return `Afterwards the request ${to(fulfilled)}; if the access could not be given, it ${to(failed)}.`;
}

/** The rule in plain words, in the order in which it is worked through. */
export const sentencesOf = (rule: RuleInput, names: Names): Sentence[] => [
  { key: 'trigger', text: whenText(rule) },
  { key: 'access', text: accessText(rule, names) },
  { key: 'beneficiary', text: whoText(rule) },
  { key: 'end', text: endText(rule) },
  ...(rule.reason ? [{ key: 'reason', text: `The reason is in the field ${rule.reason.name}.` }] : []),
  ...approvalLines(rule, names),
  { key: 'decision', text: decisionText(rule) },
  { key: 'outcome', text: outcomeText(rule) },
];
