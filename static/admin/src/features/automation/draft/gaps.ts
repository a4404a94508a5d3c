import type { RuleDraft, Span } from './draft';
import { ofField } from './draft';
import { nameOf } from './name-of';
import { hoursOf } from './spans';
import { sourcesOf } from './to-rule';

/** Sentences by the path that the server would put them under. */
export type Gaps = Readonly<Record<string, string>>;

type Line = readonly [path: string, sentence: string | undefined];

const HOURS_AT_MOST = 366 * 24;
const need = (isThere: boolean, sentence: string) => (isThere ? undefined : sentence);
const field = ({ id }: { id: string }) => need(id !== '', 'Choose a field.');

function length(span: Span, { isOptional = false } = {}): string | undefined {
  if (isOptional && span.amount.trim() === '') return undefined;
  const hours = hoursOf(span);
  if (!(hours > 0)) return 'Enter a number greater than 0.';
  return need(hours <= HOURS_AT_MOST, 'At most 366 days.');
}

const whenLines = ({ trigger }: RuleDraft): Line[] => [
  ['trigger.deskId', need(trigger.deskId !== '', 'Choose a service project.')],
  ['trigger.requestTypeId', need(trigger.requestTypeId !== '', 'Choose a request type.')],
  ...trigger.conditions.flatMap((condition, index): Line[] => [
    [`trigger.conditions.${index}.field`, field(condition.field)],
    [`trigger.conditions.${index}.anyOf`, need(condition.anyOf.length > 0, 'Choose at least one option.')],
  ]),
];

function accessLines({ access, beneficiary }: RuleDraft): Line[] {
  const who: Line[] =
    beneficiary.kind === 'requester' ? [] : [['beneficiary.field', field(beneficiary[beneficiary.kind])]];
  if (access.kind === 'application-access') {
    const mapped = ofField(access.applications, access.application);
    return [
      ['access.field', field(access.application)],
      [
        'access.applications',
        need(mapped.length > 0, 'Say which connection at least one option stands for.'),
      ],
      ...who,
    ];
  }
  return [
    ['access.connectionId', need(access.connectionId !== '', 'Choose a connection.')],
    ['access.field', field(access.field)],
    [
      'access.choices',
      need(ofField(access.choices, access.field).length > 0, 'Say what at least one option gives.'),
    ],
    ...who,
  ];
}

function endLines({ access, end }: RuleDraft): Line[] {
  const reason: Line[] =
    access.kind === 'privileged-access'
      ? [['reason', need(access.reason.id !== '', 'Privileged access needs a field for the reason.')]]
      : [];
  if (end.kind === 'after') return [['end.hours', length(end.after)], ...reason];
  if (end.kind === 'field')
    return [
      ['end.field', field(end.date)],
      ['end.maxHours', length(end.atMost, { isOptional: true })],
      ...reason,
    ];
  if (end.kind === 'hours')
    return [['end.field', field(end.number)], ['end.maxHours', length(end.atMost)], ...reason];
  if (end.kind === 'choice') {
    const mapped = ofField(end.choices, end.choice);
    return [
      ['end.field', field(end.choice)],
      ['end.choices', need(mapped.length > 0, 'Say how long at least one option is.')],
      ...mapped.map(({ span }, index): Line => [`end.choices.${index}.hours`, length(span)]),
      ...reason,
    ];
  }
  const isPrivileged = access.kind === 'privileged-access';
  return [['end', need(!isPrivileged, 'Privileged access has to end. Choose when.')], ...reason];
}

/** How many different people the sources can name at most. */
export function reachOf({ sources, people, fields }: RuleDraft['approval']): number {
  const has = (kind: (typeof sources)[number]) => sources.includes(kind);
  if (has('group') || (has('field') && fields.some(({ kind }) => kind === 'people'))) return Infinity;
  return (
    (has('application-admin') ? 1 : 0) +
    (has('people') ? people.length : 0) +
    (has('field') ? fields.length : 0)
  );
}

function approvalLines(draft: RuleDraft): Line[] {
  const { sources, people, groups, fields, count, remind, cancel } = draft.approval;
  const number = Number(count);
  const isEmpty = { people: people.length === 0, group: groups.length === 0, field: fields.length === 0 };
  const at = (kind: 'people' | 'group' | 'field', sentence: string): Line => [
    `approval.${kind}`,
    need(!sources.includes(kind) || !isEmpty[kind], sentence),
  ];
  return [
    ['approval.sources', need(sources.length > 0, 'Say who may approve. Nobody approves by default.')],
    at('people', 'Choose at least one person.'),
    at('group', 'Choose at least one group.'),
    at('field', 'Choose at least one field.'),
    ['approval.sources', need(sourcesOf(draft).length <= 10, 'At most 10 groups and fields.')],
    [
      'approval.count',
      need(Number.isInteger(number) && number >= 1 && number <= 20, 'Enter a whole number from 1 to 20.') ??
        need(
          number <= reachOf(draft.approval),
          'Fewer people than this can approve. Name more of them above.',
        ),
    ],
    ['approval.remindAfterHours', length(remind, { isOptional: true })],
    ['approval.cancelAfterHours', length(cancel, { isOptional: true })],
  ];
}

/** What a draft does not say yet. The app judges the rest when it is sent. */
export function gapsOf(draft: RuleDraft): Gaps {
  const name = nameOf(draft);
  const lines: Line[] = [
    ...whenLines(draft),
    ...accessLines(draft),
    ...endLines(draft),
    ...approvalLines(draft),
    [
      'name',
      need(name !== '', 'Give the rule a name.') ?? need(name.length <= 100, 'At most 100 characters.'),
    ],
  ];
  const gaps: Record<string, string> = {};
  for (const [path, sentence] of lines) if (sentence !== undefined) gaps[path] ??= sentence;
  return gaps;
}
