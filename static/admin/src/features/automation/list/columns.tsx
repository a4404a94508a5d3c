import Lozenge from '@atlaskit/lozenge';
import type { RuleRowView } from '@contract/rule-views';
import { LinkTo } from '../../../ui/LinkTo';
import type { Column } from '../../../ui/SortTable';
import { When } from '../../../ui/When';
import { RuleLozenge } from '../RuleLozenge';
import type { Names } from '../words/approval-words';
import { requestsBy } from '../requests-by';
import { kindWords } from '../words/kinds';
import { approversOf } from './list-rows';
import type { SortKey } from './list-state';
import { RowActions } from './RowActions';

const MANY = 3;
const few = (names: readonly string[]): string =>
  names.length <= MANY + 1
    ? names.join(', ')
    : `${names.slice(0, MANY).join(', ')} and ${names.length - MANY} more`;

const Trigger = ({ rule: { projectName, requestTypeName, conditions } }: { rule: RuleRowView }) => (
  <div>
    {projectName} · {requestTypeName}
    {conditions.map((condition) => (
      <span key={condition} className="option-detail">
        {condition}
      </span>
    ))}
  </div>
);

const Access = ({ rule: { kind, connections, groups } }: { rule: RuleRowView }) => (
  <div>
    {kindWords[kind].title}
    <span className="option-detail">{few(connections.map(({ name }) => name))}</span>
    <span className="option-detail">{groups.length === 0 ? 'Default groups' : few(groups)}</span>
  </div>
);

const Approvers = ({ rule, names }: { rule: RuleRowView; names: Names }) => (
  <div>
    <span className="sentence">{approversOf(rule, names)}</span>
    {rule.approval.by === 'status' && (
      <span className="option-detail">
        <Lozenge appearance="moved">By status alone</Lozenge>
      </span>
    )}
  </div>
);

/** The first column names the row. */
export const columnsFor = (names: Names): readonly Column<RuleRowView, SortKey>[] => [
  { key: 'name', title: 'Name', show: ({ id, name }) => <LinkTo to={`/automation/${id}`}>{name}</LinkTo> },
  { key: 'state', title: 'State', show: ({ state }) => <RuleLozenge state={state} /> },
  { key: 'trigger', title: 'When', show: (rule) => <Trigger rule={rule} /> },
  { key: 'access', title: 'Access', show: (rule) => <Access rule={rule} /> },
  { key: 'approvers', title: 'Approvers', show: (rule) => <Approvers rule={rule} names={names} /> },
  {
    key: 'used',
    title: 'Last used',
    show: ({ id, lastUsedAt }) =>
      lastUsedAt ? (
        <LinkTo to={requestsBy(id)}>
          <When at={lastUsedAt} />
        </LinkTo>
      ) : (
        'Never'
      ),
  },
  { title: 'Actions', show: (rule) => <RowActions rule={rule} /> },
];
