import type { RuleRowView } from '@contract/rule-views';
import { pageOf, type PageOf } from '../../../ui/page-of';
import { approversText, type Names } from '../words/approval-words';
import { kindWords } from '../words/kinds';
import type { ListState, SortKey } from './list-state';

type People = Names['people'];

const listed = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

const valueOf = (rule: RuleRowView, people: People): Record<SortKey, string> => ({
  name: rule.name,
  state: rule.state,
  trigger: `${rule.projectName} ${rule.requestTypeName} ${rule.conditions.join(' ')}`,
  access: [kindWords[rule.kind].title, ...listed(rule.connections), ...rule.groups].join(' '),
  approvers: approversText(rule.approval, people),
  used: rule.lastUsedAt ?? '',
});

function matches(rule: RuleRowView, people: People, { text, state }: ListState): boolean {
  if (state && rule.state !== state) return false;
  const part = text.trim().toLocaleLowerCase();
  const { name, trigger, access, approvers } = valueOf(rule, people);
  return [name, trigger, access, approvers].some((value) => value.toLocaleLowerCase().includes(part));
}

/** One page of what matches, in order. */
export const rowsOf = (
  rules: readonly RuleRowView[],
  people: People,
  state: ListState,
): PageOf<RuleRowView> =>
  pageOf(
    rules.filter((rule) => matches(rule, people, state)),
    { ...state, valueOf: (rule) => valueOf(rule, people)[state.sort] },
  );
