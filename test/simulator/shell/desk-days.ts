import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { openWorld, type World } from '../../browser/world';
import { idleApp } from './idle-app';
import { visitor, type Form } from './visitor';

const { people, desk } = acme;
const { accountId: agent } = people.userAccessAdmin;
export type Who = keyof typeof people;

export const FORM = `/servicedesk/customer/portal/1/create/${desk.requestTypes.groupMembership.id}`;
export const REQUEST = '/servicedesk/customer/portal/1/IT-1';
export const MINE = '/servicedesk/customer/user/requests';
export const asked = { summary: 'Access to the brochures' };

/** A service desk of its own for each test of a file, with nobody but people at work. */
export function deskDays() {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ code: idleApp });
  });
  afterEach(() => world.shell.close());
  const work = () => world.simulator().site.work;
  const as = (who: Who) => visitor(world.shell, people[who].accountId);
  return {
    work,
    issue: () => work().issue('IT-1'),
    as,
    asNobody: () => visitor(world.shell, 'anonymous'),
    raise: (form: Form = {}) => as('plainUser').send(FORM, { ...asked, ...form }),
    /** As the app would, or an agent. */
    askApproval: (who: Who) =>
      work().edit('IT-1', { by: agent, fields: { [desk.fields.approvers.id]: [people[who].accountId] } }),
  };
}
