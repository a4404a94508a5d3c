import { gives } from '../../../../tools/simulator/atlassian/access';
import { accessLevels, offeredGroups } from '../../../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { acme } from '../../../../tools/simulator/atlassian/worlds/acme';
import { largeWorld } from '../../../../tools/simulator/atlassian/worlds/large';
import { deskVisit, theApp } from './desk-visit';

const { work, people, memberships } = acme.world;
const { requestTypes, fields, it: itHelp } = acme.desk;
const offered = [...Object.values(accessLevels), ...offeredGroups];
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

describe('the seeded service desks', () => {
  it('know every field, status, transition and person that they name', () => {
    const statuses = work.statuses.map(({ id }) => id);
    const known = new Set([...work.fields.map(({ id }) => id), 'summary', 'description']);
    for (const { desk, issueTypes, agents, admins, customers } of work.projects) {
      expect(
        desk.requestTypes.flatMap((type) => type.fields).every(({ fieldId }) => known.has(fieldId)),
      ).toBe(true);
      const types = issueTypes.map(({ id }) => id);
      expect(desk.requestTypes.every(({ issueTypeId }) => types.includes(issueTypeId))).toBe(true);
      const ids = people.map(({ accountId }) => accountId);
      expect([...agents, ...admins, ...customers].filter((id) => !ids.includes(id))).toEqual([]);
    }
    for (const { initial, transitions, approvals, ...workflow } of work.workflows) {
      expect(workflow.statuses).toEqual(
        expect.arrayContaining([initial, ...transitions.map(({ to }) => to)]),
      );
      expect(workflow.statuses.filter((id) => !statuses.includes(id))).toEqual([]);
      const ways = transitions.map(({ id }) => id);
      expect(distinct(ways)).toBe(true);
      for (const step of approvals) {
        expect(known.has(step.fieldId)).toBe(true);
        expect(ways).toEqual(expect.arrayContaining([step.transitionApproved, step.transitionRejected]));
      }
    }
    expect(distinct(work.fields.flatMap(({ options }) => options.map(({ id }) => id)))).toBe(true);
  });

  it('are worked on by people with a licence for it', async () => {
    const { site, call } = deskVisit();
    const licensed = site.directory
      .groups()
      .filter((group) => gives(group, 'jira-servicedesk', 'user', 'admin'))
      .map(({ id }) => id);
    const staff = work.projects.flatMap(({ agents, admins }) => [...agents, ...admins]);
    const holds = (id: string) =>
      memberships.some(([group, person]) => person === id && licensed.includes(group));
    expect(staff.filter((id) => !holds(id))).toEqual([]);
    expect((await call('GET /servicedesk', theApp)).json).toMatchObject({ size: 2 });
  });

  it('offer groups that open Confluence, and among them what has to be refused', () => {
    expect(offered.filter((group) => !gives(group, 'confluence', 'user', 'admin'))).toEqual([]);
    expect(offered.some(({ managedBy }) => managedBy === 'EXTERNAL')).toBe(true);
    expect(offered.some((group) => gives(group, 'confluence', 'admin'))).toBe(true);
    const names = fields.requestedGroups.options.map(({ value }) => value);
    expect(acme.world.groups.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ['Application access', requestTypes.applicationAccess, 1],
    ['Group membership', requestTypes.groupMembership, 1],
    ['Privileged access', requestTypes.privilegedAccess, 2],
    ['Get IT help', requestTypes.getItHelp, undefined],
  ])('%s needs as many approvals as it is seeded with', (name, type, approvals) => {
    const workflowId = itHelp.issueTypes.find(({ id }) => id === type.issueTypeId)?.workflowId;
    const workflow = work.workflows.find(({ id }) => id === workflowId);
    expect(type.name).toBe(name);
    expect(workflow?.approvals[0]?.conditionValue).toBe(approvals);
  });

  it('are in the large world too', () => {
    expect(largeWorld().work).toBe(work);
  });
});
