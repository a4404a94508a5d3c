import type { WorldSeed } from '../seed';
import type { Field, Project, RequestType } from '../work/model';

/** The service desks as people and scripts are told of them: what can be asked for, with which fields and options. */
export const describeDesks = (seed: WorldSeed) =>
  seed.work.projects.map((project) => describeDesk(seed, project));

function describeDesk(seed: WorldSeed, project: Project) {
  const namesOf = (ids: readonly string[]) =>
    seed.people.filter(({ accountId }) => ids.includes(accountId)).map(({ displayName }) => displayName);
  const { id, key, name, desk, open } = project;
  return {
    id: desk.id,
    projectId: id,
    projectKey: key,
    projectName: name,
    portalId: desk.portalId,
    /** Otherwise only `customers` and the staff may ask. */
    openToEverybody: open,
    admins: namesOf(project.admins),
    agents: namesOf(project.agents),
    customers: namesOf(project.customers),
    requestTypes: desk.requestTypes.map((type) => describeType(seed, project, type)),
  };
}

function describeType(seed: WorldSeed, project: Project, type: RequestType) {
  const { workflowId } = project.issueTypes.find(({ id }) => id === type.issueTypeId) ?? {};
  const workflow = seed.work.workflows.find(({ id }) => id === workflowId);
  const statusOf = (id: string) => seed.work.statuses.find((status) => status.id === id)?.name;
  return {
    id: type.id,
    name: type.name,
    issueTypeId: type.issueTypeId,
    fields: type.fields.map((line) => describeField(seed.work.fields, line)),
    workflow: workflow?.name,
    statuses: (workflow?.statuses ?? []).map((id) => ({ id, name: statusOf(id) })),
    approvals: (workflow?.approvals ?? []).map(({ status, fieldId, conditionType, conditionValue }) => ({
      status: statusOf(status),
      fieldId,
      conditionType,
      conditionValue,
    })),
  };
}

function describeField(
  fields: readonly Field[],
  { fieldId, required, visible }: RequestType['fields'][number],
) {
  const field = fields.find(({ id }) => id === fieldId);
  return {
    fieldId,
    name: field?.name ?? fieldId,
    type: field?.type ?? 'system',
    required,
    visible,
    options: (field?.options ?? []).map(({ id, value }) => ({ id, value })),
  };
}
