import { gatewayError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { rightsOf } from '../rights';
import { isGlobal } from '../work/transition';
import type { Workflow } from '../work/model';
import type { SiteResponse } from '../wire';
import { slicePage } from './paging';

const categories = { NEW: 'TODO', INDETERMINATE: 'IN_PROGRESS', DONE: 'DONE' } as const;
const scope = { type: 'GLOBAL' };

const approvalOf = ({ approvals }: Workflow, statusId: string) => {
  const step = approvals.find(({ status }) => status === statusId);
  return (
    step && {
      active: 'true',
      conditionType: step.conditionType,
      conditionValue: String(step.conditionValue),
      exclude: step.exclude,
      fieldId: step.fieldId,
      prePopulatedFieldId: null,
      transitionApproved: step.transitionApproved,
      transitionRejected: step.transitionRejected,
    }
  );
};

const workflowToWire = (workflow: Workflow) => ({
  id: workflow.id,
  name: workflow.name,
  description: '',
  scope,
  isEditable: true,
  statuses: workflow.statuses.map((statusReference) => {
    const approvalConfiguration = approvalOf(workflow, statusReference);
    return { statusReference, deprecated: false, ...(approvalConfiguration && { approvalConfiguration }) };
  }),
  transitions: workflow.transitions.map((transition) => ({
    id: transition.id,
    name: transition.name,
    description: '',
    type: isGlobal(transition) ? 'GLOBAL' : 'DIRECTED',
    toStatusReference: transition.to,
    links: transition.from.map((fromStatusReference) => ({ fromStatusReference })),
  })),
});

/** Where an administrator reads which status has an approval step, and what it asks for. */
function search(exchange: Exchange): SiteResponse {
  const { query, world } = exchange;
  const { work } = world;
  if (!rightsOf(exchange).administersJira) return gatewayError(401, 'Unauthorized');
  const text = query.text('queryString')?.toLowerCase() ?? '';
  const project = query.text('projectId');
  const used =
    project === undefined ? undefined : work.projects.get(project)?.issueTypes.map((each) => each.workflowId);
  const found = [...work.workflows.values()].filter(
    ({ id, name }) =>
      name.toLowerCase().includes(text) && (project === undefined || used?.includes(id) === true),
  );
  const { startAt, maxResults, values } = slicePage(exchange, found, { fallback: 50, cap: 200 });
  const ids = new Set(values.flatMap(({ statuses }) => statuses));
  return json(200, {
    startAt,
    maxResults,
    total: found.length,
    isLast: startAt + values.length >= found.length,
    values: values.map(workflowToWire),
    statuses: [...ids].map((id) => {
      const { name, category } = work.status(id);
      return { id, name, description: '', scope, statusCategory: categories[category], statusReference: id };
    }),
  });
}

export const searchWorkflows: Operation = {
  document: 'jira',
  operationId: 'searchWorkflows',
  method: 'GET',
  template: '/rest/api/3/workflows/search',
  statuses: [200, 400, 401],
  play: search,
};
