import type { Site } from '../../simulator/atlassian/site';
import { desk, people, scenariosOf, withToken, type Scenario } from './scenario';

const { fields, requestTypes, transitions } = desk;
const asAgent = { as: withToken(people.userAccessAdmin) };
const asCustomer = { as: withToken(people.plainUser) };
const nowhere = { path: { issueIdOrKey: 'IT-99' } };
const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
});

/** IT-1: asked for, with an approver, changed once, commented on, and with a property of an app. */
function before(site: Site): void {
  const by = people.orgAdmin.accountId;
  const { key } = site.work.raise({
    by: people.plainUser.accountId,
    requestTypeId: requestTypes.groupMembership.id,
    fields: {
      [fields.approvers.id]: [by],
      [fields.accessLevel.id]: fields.accessLevel.options[0]?.id,
      [fields.expiresAt.id]: '2026-02-01T12:00:00.000+0000',
      [fields.reason.id]: adf('The quarterly report'),
    },
  });
  const approverGroups = [site.directory.groupNamed('hr-readers').id];
  site.work.edit(key, { by, assignee: by, fields: { [fields.approverGroups.id]: approverGroups } });
  site.work.comment(key, { by, text: 'On it' });
  site.work.setProperty(key, 'governance', { seen: true });
}

const asTheApp = { as: { kind: 'app', scopes: ['read:jira-work', 'write:jira-work'] } } as const;

function offScreen(site: Site): void {
  before(site);
  site.work.takeOffEditScreen(desk.it.id, [fields.hours.id]);
}
function withoutPermission(site: Site): void {
  before(site);
  site.work.setProject(desk.it.id, { appLacks: ['EDIT_ISSUES'] });
}

const usual = { path: { issueIdOrKey: 'IT-1' }, before };
const property = (propertyKey: string) => ({ path: { issueIdOrKey: 'IT-1', propertyKey } });

/** Issues and what hangs on them, each call in success and in every error of its own. */
export const jiraIssues: readonly Scenario[] = [
  scenariosOf('jira getIssue', usual)
    .play(200, 'whole')
    .play(200, 'in part, with names, schema, changelog and properties', {
      query: {
        fields: ['summary,status', fields.approvers.id],
        expand: 'names,schema,changelog',
        properties: ['governance'],
      },
    })
    .play(404, 'unknown', nowhere)
    .play(404, 'of a customer', asCustomer),
  scenariosOf('jira getEditIssueMeta', usual)
    .play(200, 'what can be edited')
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira getChangeLogs', usual)
    .play(200, 'a page', { query: { maxResults: 1 } })
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira getEditIssueMeta', usual)
    .play(200, 'what may be edited, of a screen that lacks a field', { before: offScreen })
    .play(200, 'nothing, without the permission', { ...asTheApp, before: withoutPermission })
    .play(403, 'past the screen, as an agent', { ...asAgent, query: { overrideScreenSecurity: 'true' } })
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira editIssue', { ...usual, body: { fields: { summary: 'Another', [fields.hours.id]: 4 } } })
    .play(204, 'two fields')
    .play(204, 'by operations, with a comment and a property', {
      body: {
        update: {
          [fields.approvers.id]: [{ add: { accountId: people.jiraAdmin.accountId } }],
          comment: [{ add: { body: adf('Sent on') } }],
        },
        properties: [{ key: 'governance', value: 2 }],
      },
    })
    .play(200, 'and shown', { query: { returnIssue: 'true' } })
    .play(400, 'a field that is not there', { body: { fields: { customfield_99999: 'x' } } })
    .play(400, 'an option that is not there', { body: { fields: { [fields.accessLevel.id]: { id: '1' } } } })
    .play(400, 'no fields in fields', { body: { fields: 'x' }, broken: true })
    .play(400, 'a field that is not on the screen', { before: offScreen })
    .play(204, 'a field that is not on the screen, where none is looked at', {
      before: offScreen,
      variants: { editOffScreen: '204' },
    })
    .play(403, 'past the screen, as an agent', { ...asAgent, query: { overrideScreenSecurity: 'true' } })
    .play(403, 'without the permission', { ...asTheApp, before: withoutPermission })
    .play(400, 'without the permission, said of each field', {
      ...asTheApp,
      before: withoutPermission,
      variants: { editWithoutPermission: '400' },
    })
    .play(404, 'unknown', nowhere),
  scenariosOf('jira deleteIssue', usual)
    .play(204, 'by an administrator of the project')
    .play(403, 'by an agent', asAgent)
    .play(404, 'unknown', nowhere),
  scenariosOf('jira getTransitions', usual)
    .play(200, 'those at hand')
    .play(200, 'those that are kept too', { query: { includeUnavailableTransitions: 'true' } })
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira doTransition', { ...usual, body: { transition: { id: transitions.cancel.id } } })
    .play(204, 'at hand')
    .play(400, 'kept for the approval', { body: { transition: { id: transitions.approve.id } } })
    .play(400, 'none', { body: {} })
    .play(400, 'with a field', {
      body: { transition: { id: transitions.cancel.id }, fields: { summary: 'Another' } },
    })
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira getComments', usual)
    .play(200, 'with their properties', { query: { expand: 'properties' } })
    .play(400, 'in an order that there is not', { query: { orderBy: 'author' }, broken: true })
    .play(404, 'of an unknown issue', nowhere),
  scenariosOf('jira addComment', { ...usual, body: { body: adf('Done') } })
    .play(201, 'in public')
    .play(201, 'for the staff only', {
      query: { expand: 'properties' },
      body: { body: adf('Done'), properties: [{ key: 'sd.public.comment', value: { internal: true } }] },
    })
    .play(400, 'of nothing', { body: { body: adf('') } })
    .play(400, 'that is no document', { body: { body: 'Done' } })
    .play(404, 'on an unknown issue', nowhere),
  scenariosOf('jira getIssueProperty', { before, ...property('governance') })
    .play(200, 'that is there')
    .play(404, 'that is not there', property('other')),
  scenariosOf('jira setIssueProperty', { before, ...property('other'), body: { seen: true } })
    .play(201, 'that is new')
    .play(200, 'that was there', property('governance'))
    .play(400, 'with a key that is too long', property('k'.repeat(256)))
    .play(404, 'of an unknown issue', { path: { issueIdOrKey: 'IT-99', propertyKey: 'other' } }),
  scenariosOf('jira deleteIssueProperty', { before, ...property('governance') })
    .play(204, 'that is there')
    .play(404, 'that is not there', property('other')),
].flatMap(({ written }) => written);
