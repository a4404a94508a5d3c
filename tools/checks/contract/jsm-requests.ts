import { raise, raiseAndApprove, raiseAndComment, raiseAndShare, wanted } from './jsm-request';
import { desk, NOBODY_ID, people, scenariosOf, withToken, type Scenario } from './scenario';

const key = { issueIdOrKey: 'OPS-1' };
const usual = { path: key, before: raise };
const stranger = { as: withToken(people.contractor) };
const asPlain = { as: withToken(people.plainUser) };
const missing = { path: { issueIdOrKey: 'OPS-99' } };
const everything = 'participant,status,requestType,serviceDesk,action,comment';
const approval = { path: { ...key, approvalId: '1' } };
const approve = { body: { decision: 'approve' } };
const somebody = { body: { accountIds: [people.jiraAdmin.accountId] } };
const unknown = { body: { accountIds: [NOBODY_ID] } };
const said = { body: { body: 'On it.', public: false } };
const commentId = '30001';

const change = (requestFieldValues: Readonly<Record<string, unknown>>) => ({
  body: { ...wanted, requestFieldValues: { ...wanted.requestFieldValues, ...requestFieldValues } },
});

/** Customer requests, each call in success and in every error of its own. */
export const jsmRequests: readonly Scenario[] = [
  scenariosOf('jsm createCustomerRequest', { body: wanted })
    .play(201, 'by somebody of the staff')
    .play(201, 'by a customer', asPlain)
    .play(201, 'by the app', { as: { kind: 'app', scopes: ['write:servicedesk-request'] } })
    .play(201, 'for somebody else', { body: { ...wanted, raiseOnBehalfOf: people.plainUser.accountId } })
    .play(403, 'for somebody else, by a customer', {
      ...asPlain,
      body: { ...wanted, raiseOnBehalfOf: people.orgAdmin.accountId },
    })
    .play(403, 'on the desk of others', stranger)
    .play(400, 'without its summary', change({ summary: '' }))
    .play(400, 'with a field of another form', change({ customfield_10059: null }))
    .play(
      400,
      'with an option that does not exist',
      change({ [desk.fields.accessLevel.id]: { value: 'All' } }),
    )
    .play(400, 'for nobody known', { body: { ...wanted, raiseOnBehalfOf: NOBODY_ID } })
    .play(400, 'of no type', { body: { ...wanted, requestTypeId: '999' } }),
  scenariosOf('jsm getCustomerRequests', { before: raise })
    .play(200, 'to approve', {
      query: { requestOwnership: ['APPROVER'], approvalStatus: 'MY_PENDING_APPROVAL', expand: ['status'] },
    })
    .play(200, 'one’s own', { ...asPlain, query: { requestStatus: 'OPEN_REQUESTS', searchTerm: 'log*' } })
    .play(200, 'of one type', { query: { serviceDeskId: 2, requestTypeId: 201 } })
    .play(400, 'by a status that does not exist', { query: { requestStatus: 'LATE' } })
    .play(404, 'of a desk that does not exist', { query: { serviceDeskId: 99 } }),
  scenariosOf('jsm getCustomerRequestByIdOrKey', usual)
    .play(200, 'with everything', { query: { expand: everything } })
    .play(200, 'by who raised it', asPlain)
    .play(403, 'of others', stranger)
    .play(404, 'one that does not exist', missing),
  scenariosOf('jsm getCustomerRequestStatus', usual)
    .play(200, 'its history')
    .play(403, 'of others', stranger)
    .play(404, 'of one that does not exist', missing),
  scenariosOf('jsm getApprovals', usual)
    .play(200, 'before any answer')
    .play(200, 'after the first answer', { before: raiseAndApprove })
    .play(403, 'of others', stranger)
    .play(404, 'of one that does not exist', missing),
  scenariosOf('jsm getApprovalById', { before: raise, ...approval })
    .play(200, 'one of them')
    .play(403, 'of others', stranger)
    .play(404, 'one that does not exist', { path: { ...key, approvalId: '99' } }),
  scenariosOf('jsm answerApproval', { before: raise, ...approval, ...approve })
    .play(200, 'approving')
    .play(200, 'declining', { body: { decision: 'decline' } })
    .play(400, 'another word', { body: { decision: 'perhaps' }, broken: true })
    .play(403, 'who was not asked', asPlain)
    .play(403, 'as the app', { as: { kind: 'app', scopes: ['write:servicedesk-request'] } })
    .play(404, 'one that does not exist', { path: { ...key, approvalId: '99' } })
    .play(409, 'for the second time', { before: raiseAndApprove }),
  scenariosOf('jsm getRequestParticipants', usual)
    .play(200, 'nobody')
    .play(200, 'somebody', { before: raiseAndShare })
    .play(403, 'of others', stranger)
    .play(404, 'of one that does not exist', missing),
  scenariosOf('jsm addRequestParticipants', { ...usual, ...somebody })
    .play(200, 'by the staff')
    .play(200, 'by who raised it', asPlain)
    .play(400, 'somebody unknown', unknown)
    .play(403, 'by others', stranger)
    .play(404, 'to one that does not exist', missing),
  scenariosOf('jsm removeRequestParticipants', { path: key, before: raiseAndShare, ...somebody })
    .play(200, 'by the staff')
    .play(400, 'somebody who takes no part', { before: raise })
    .play(403, 'by others', stranger)
    .play(404, 'from one that does not exist', missing),
  scenariosOf('jsm getRequestComments', { path: key, before: raiseAndComment })
    .play(200, 'with HTML', { query: { expand: 'renderedBody', public: 'true' } })
    .play(200, 'by others, who find none', stranger)
    .play(404, 'of one that does not exist', missing),
  scenariosOf('jsm getRequestCommentById', { path: { ...key, commentId }, before: raiseAndComment })
    .play(200, 'one of them')
    .play(403, 'of others', stranger)
    .play(404, 'one that does not exist', { path: { ...key, commentId: '1' } }),
  scenariosOf('jsm createRequestComment', { ...usual, ...said })
    .play(201, 'among the staff')
    .play(201, 'in public, by a customer', { ...asPlain, body: { body: 'Thanks.', public: true } })
    .play(400, 'not said whether in public', { body: { body: 'On it.' } })
    .play(403, 'among the staff, by a customer', asPlain)
    .play(404, 'to one that does not exist', missing),
  scenariosOf('jsm getCustomerTransitions', usual)
    .play(200, 'what the portal offers')
    .play(403, 'of others', stranger)
    .play(404, 'of one that does not exist', missing),
  scenariosOf('jsm performCustomerTransition', { ...usual, body: { id: desk.transitions.cancel.id } })
    .play(204, 'one that the portal offers', asPlain)
    .play(204, 'with a comment', {
      body: { id: desk.transitions.cancel.id, additionalComment: { body: 'Done.' } },
    })
    .play(400, 'one that the portal does not offer', { body: { id: desk.transitions.approve.id } })
    .play(403, 'by others', stranger)
    .play(404, 'on one that does not exist', missing),
].flatMap(({ written }) => written);
