import type { RuleRowView } from '@contract/rule-views';
import { pageOf, type PageOf } from '../../../ui/page-of';
import { approversText, type Names } from '../words/approval-words';
import { kindWords } from '../words/kinds';
import type { ListState, SortKey } from './list-state';

const listed = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

/** Who approves, as it is shown, searched and sorted by. */
export const approversOf = ({ approval, connections }: RuleRowView, names: Names): string =>
  approversText({ approval, connectionIds: connections.map(({ id }) => id) }, names);

const valueOf = (rule: RuleRowView, names: Names): Record<SortKey, string> => ({
  name: rule.name,
  state: rule.state,
  trigger: `${rule.projectName} ${rule.requestTypeName} ${rule.conditions.join(' ')}`,
  access: [kindWords[rule.kind].title, ...listed(rule.connections), ...rule.groups].join(' '),
  approvers: approversOf(rule, names),
  used: rule.lastUsedAt ?? '',
});

function matches(rule: RuleRowView, names: Names, { text, state }: ListState): boolean {
  if (state && rule.state !== state) return false;
  const part = text.trim().toLocaleLowerCase();
  const { name, trigger, access, approvers } = valueOf(rule, names);
  return [name, trigger, access, approvers].some((value) => value.toLocaleLowerCase().includes(part));
}

/** One page of what matches, in order. */
export const rowsOf = (rules: readonly RuleRowView[], names: Names, state: ListState): PageOf<RuleRowView> =>
  pageOf(
    rules.filter((rule) => matches(rule, names, state)),
    { ...state, valueOf: (rule) => valueOf(rule, names)[state.sort] },
  );
