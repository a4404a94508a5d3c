import {
  groups,
  NO_GROUP,
  NOBODY_ID,
  people,
  scenariosOf,
  someone,
  withToken,
  type Scenario,
} from './scenario';

const asPlain = { as: withToken(people.jiraAdmin) };
const asApp = { as: { kind: 'app', scopes: ['manage:jira-configuration'] } } as const;
const to = (groupId: string) => ({ query: { groupId } });
const away = (groupId: string, accountId = someone) => ({ query: { groupId, accountId } });
const whenFull = {
  ...to(groups.hrReaders),
  body: { accountId: people.contractor.accountId },
  before: (site: { directory: { setSeats: (product: 'confluence', seats: number) => void } }) =>
    site.directory.setSeats('confluence', 1),
};

export const jiraWrites: readonly Scenario[] = [
  scenariosOf('jira addUserToGroup', { ...to(groups.hrReaders), body: { accountId: someone } })
    .play(201, 'somebody new')
    .play(201, 'by the name of the group', { query: { groupname: 'hr-readers' } })
    .play(400, 'a member already', to(groups.confluenceUsers))
    .play(400, 'no group named', { query: {} })
    .play(400, 'nobody named', { body: {} })
    .play(403, 'as a Jira admin', asPlain)
    .play(403, 'as the app', asApp)
    .play(404, 'a group that does not exist', to(NO_GROUP))
    .play(404, 'a group that does not exist, said by id', {
      ...to(NO_GROUP),
      variants: { unknownGroupText: 'by-id' },
    })
    .play(404, 'a group that does not exist, unsaid', {
      ...to(NO_GROUP),
      variants: { unknownGroupText: 'none' },
    })
    .play(404, 'somebody unknown', { body: { accountId: NOBODY_ID } })
    .play(404, 'somebody suspended', { body: { accountId: people.suspended.accountId } })
    .play(404, 'a customer', { body: { accountId: people.customer.accountId } })
    .play(400, 'an external group', to(groups.oktaFinance))
    .play(403, 'an external group, forbidden', {
      ...to(groups.oktaFinance),
      variants: { externalGroupWrite: '403' },
    })
    .play(201, 'an external group, undone', {
      ...to(groups.oktaFinance),
      variants: { externalGroupWrite: '201-undone' },
    })
    .play(400, 'no seat left', whenFull)
    .play(500, 'no seat left, failing', { ...whenFull, variants: { jiraAddConfluenceFull: '500' } })
    .play(201, 'no seat left, without access', {
      ...whenFull,
      variants: { jiraAddConfluenceFull: '201-without-access' },
    })
    .play(201, 'org-admins, without effect', to(groups.orgAdmins))
    .play(400, 'org-admins, refused', { ...to(groups.orgAdmins), variants: { addToOrgAdmins: '400' } })
    .play(403, 'org-admins, forbidden', { ...to(groups.orgAdmins), variants: { addToOrgAdmins: '403' } }),
  scenariosOf('jira removeUserFromGroup', away(groups.confluenceUsers))
    .play(200, 'a member')
    .play(400, 'no member', away(groups.hrReaders))
    .play(404, 'no member, not found', {
      ...away(groups.hrReaders),
      variants: { jiraRemoveNonMember: '404' },
    })
    .play(200, 'no member, in silence', {
      ...away(groups.hrReaders),
      variants: { jiraRemoveNonMember: '200' },
    })
    .play(400, 'nobody named', { ...to(groups.hrReaders), broken: true })
    .play(403, 'as a Jira admin', asPlain)
    .play(403, 'as the app', asApp)
    .play(404, 'a group that does not exist', away(NO_GROUP))
    .play(404, 'somebody unknown', away(groups.confluenceUsers, NOBODY_ID))
    .play(400, 'an external group', away(groups.oktaFinance)),
  scenariosOf('jira createUser', { body: { emailAddress: 'new@acme.example', products: ['jira-software'] } })
    .play(201, 'somebody new')
    .play(201, 'somebody who uses Jira', { body: { emailAddress: people.plainUser.email, products: [] } })
    .play(400, 'somebody who does not', { body: { emailAddress: people.confluenceOnly.email, products: [] } })
    .play(400, 'no address', { body: { products: [] }, broken: true })
    .play(400, 'no seat left', { before: (site) => site.directory.setSeats('jira-software', 1) })
    .play(403, 'as a Jira admin', asPlain)
    .play(403, 'as the app', asApp),
].flatMap(({ written }) => written);
