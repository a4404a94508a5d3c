import { desk, people, scenariosOf, withToken, type Scenario } from './scenario';

const stranger = { as: withToken(people.contractor) };
const { groupMembership } = desk.requestTypes;
const it = { serviceDeskId: desk.it.desk.id };
const ops = { path: { serviceDeskId: desk.ops.desk.id } };
const none = { path: { serviceDeskId: '99' } };
const type = (requestTypeId: string, where = it) => ({ path: { ...where, requestTypeId } });
const optIn = { headers: { 'x-experimentalapi': 'opt-in' } };

/** Service desks and request types, each in success and in every error of its own. */
export const jsmReads: readonly Scenario[] = [
  scenariosOf('jsm getServiceDesks')
    .play(200, 'all of them')
    .play(200, 'the second page', { query: { start: 1, limit: 1 } })
    .play(200, 'as a customer', { as: withToken(people.customer) })
    .play(200, 'as the app', { as: { kind: 'app', scopes: ['read:servicedesk-request'] } })
    .play(400, 'a start that is no number', { query: { start: 'first' }, broken: true }),
  scenariosOf('jsm getServiceDeskById', { path: it })
    .play(200, 'by its id')
    .play(200, 'by the key of its project', { path: { serviceDeskId: 'projectKey:IT' } })
    .play(200, 'by the id of its project', { path: { serviceDeskId: `projectId:${desk.it.id}` } })
    .play(403, 'one of others', { ...ops, ...stranger })
    .play(404, 'one that does not exist', none),
  scenariosOf('jsm getAllRequestTypes', optIn)
    .play(200, 'all of them')
    .play(200, 'of one desk', { query: { serviceDeskId: [2] } })
    .play(412, 'without opting in', { headers: {} })
    .play(200, 'without opting in, in silence', {
      headers: {},
      variants: { experimentalWithoutOptIn: '200' },
    }),
  scenariosOf('jsm getRequestTypes', { path: it })
    .play(200, 'all of them')
    .play(200, 'with their fields', { query: { expand: 'field' } })
    .play(200, 'by a word', { query: { searchQuery: 'priv' } })
    .play(403, 'of the desk of others', { ...ops, ...stranger })
    .play(404, 'of a desk that does not exist', none),
  scenariosOf('jsm getRequestTypeById', type(groupMembership.id))
    .play(200, 'one of them')
    .play(403, 'of the desk of others', {
      ...stranger,
      ...type(desk.requestTypes.productionAccess.id, ops.path),
    })
    .play(404, 'one that does not exist', type('999')),
  scenariosOf('jsm getRequestTypeFields', type(groupMembership.id))
    .play(200, 'of its form')
    .play(200, 'with hidden ones', { query: { expand: 'hiddenFields' } })
    .play(200, 'as a customer', { as: withToken(people.customer), query: { expand: 'hiddenFields' } })
    .play(403, 'of the desk of others', {
      ...stranger,
      ...type(desk.requestTypes.productionAccess.id, ops.path),
    })
    .play(404, 'of one that does not exist', type('999')),
].flatMap(({ written }) => written);
