import type { Unasked } from './asking';
import type { ProblemCode } from './grant';

const remedies: { readonly [K in ProblemCode]: string } = {
  credential:
    'Open App Connections and give the connection a token that works. What waits goes on by itself after that.',
  'no-seat':
    'Free a Confluence seat, or add seats to the plan. It is tried again by itself, at least every hour.',
  'group-external':
    'The group is managed by an identity provider: change its members there, or choose another group in the rule.',
  'group-protected':
    'This app does not change this group. Choose another one, or name it in a rule for privileged access.',
  'group-gone': 'The group was deleted. Choose another group in the rule, and have the request raised again.',
  'person-gone':
    'The account was deleted. If the person has a new account, have the request raised again for it. What cannot be ' +
    'seen to be taken back ends when you acknowledge it.',
  'person-inactive': 'Activate the account again and have the request raised again, or leave it as it is.',
  'person-ineligible':
    'The account cannot hold this access: apps, customer accounts of the portal and the admin account of the ' +
    'connection itself cannot.',
  'invitee-unknown':
    'Find the account with this address in the directory, have the request raised again with that person named, and ' +
    'close this one. It goes on by itself only once Atlassian says whose the address is.',
  'connection-gone': 'Connect the application again, or end the access by hand and acknowledge this.',
  'not-begun':
    'Its approval fell while something was in the way. If the access is still needed, have the request raised again.',
  'too-late':
    'Its end came before it could be given. If the access is still needed, have the request raised again.',
  unverified:
    'The change was made but cannot be seen yet. It is looked at again by itself; look in the directory if it stays.',
  unavailable: 'Atlassian could not be reached. It is tried again by itself.',
  brake:
    'Very many people would lose this access at once. If that is meant, choose Retry removal; if not, Change end.',
  refused:
    'The site refused the change. Test the connection on App Connections. What is being taken back is tried again by ' +
    'itself; what could not be given has to be asked for again.',
};

/** What an administrator can do about what is in the way of a grant. */
export const remedyOf = (code: ProblemCode): string => remedies[code];

const remediesOfAsking: { readonly [K in Unasked]: string } = {
  'ask-refused':
    'Let the app edit issues in this project, and put the field on the edit screen of the issue type. The approvers ' +
    'are asked by itself after that; until then, have an agent put them into the field.',
  'nobody-left':
    'As soon as somebody may approve it again, they are asked by itself. Otherwise add another approver to the rule, ' +
    'have the request raised again, and close this one.',
  'field-changed':
    'Have an agent put somebody into the field who may approve it. It is left to whoever changed it.',
};

/** What can be done where nobody who may approve a request is asked. */
export const remedyOfAsking = (why: Unasked): string => remediesOfAsking[why];

const whys: ReadonlyMap<string, string> = new Map([
  // What a rule could not read of a ticket.
  ['other-rule', 'The request was changed so that its rule is not for it any more.'],
  ['no-requester', 'The request has no reporter.'],
  ['field-missing', 'A field that the rule reads is not on the request any more.'],
  ['field-changed-type', 'A field that the rule reads is of another kind now.'],
  ['option-unknown', 'Something was chosen that the rule does not allow.'],
  ['option-renamed', 'The chosen option was renamed after the rule was saved.'],
  ['empty', 'A field that has to be filled in is empty.'],
  ['reason-too-long', 'The reason is too long.'],
  ['too-many-groups', 'Too many groups were asked for at once.'],
  ['hours-wrong', 'The duration is nothing, or longer than the rule allows.'],
  ['address-wrong', 'What should be an e-mail address is none.'],
  ['end-past', 'The access would have ended already.'],
  ['end-too-far', 'The end is later than is allowed.'],
  ['end-missing', 'The request does not say when the access ends.'],
  ['end-unreadable', 'The end of the access cannot be read.'],
  // Who it is for, and who could approve it.
  ['person-unknown', 'The site does not know the person that the access is for.'],
  ['person-customer', 'The person has only a customer account of the portal.'],
  ['person-app', 'The access was asked for an app.'],
  ['person-ambiguous', 'Several accounts could belong to the address.'],
  ['regrouped', 'What the application gives was changed after somebody had answered the request.'],
  ['nobody-to-approve', 'Nobody is left who could approve this request.'],
  // What became of the approval.
  ['self-approval', 'It was approved by somebody who has a hand in the request.'],
  ['not-an-approver', 'It was approved by somebody whom the rule does not entitle to.'],
  ['not-enough', 'Fewer entitled people approved it than the rule asks for.'],
  ['inactive-approver', 'It was approved with an account that is not that of an active person.'],
  ['approval-gone', 'The approval does not stand any more.'],
  ['declined', 'It was declined.'],
  ['edited', 'The request was edited after somebody had answered it.'],
  ['moved', 'The ticket was moved to another project or request type.'],
  ['no-record', 'The ticket was moved on without any approval.'],
  ['open-record', 'The ticket was moved on while its approval was still open.'],
  ['closed', 'The ticket was closed without an approval.'],
  ['closed-early', 'The ticket was closed before the access was given.'],
  ['deadline', 'It was not approved in time.'],
  ['approved-late', 'It was approved only after it had been cancelled at its deadline.'],
  ['not-asked', 'Nobody who may approve it could be asked in time.'],
  // Why nobody who may approve it is asked.
  ['ask-refused', 'The ticket does not let this app fill in its approvers field.'],
  ['nobody-left', 'Nobody is left who could approve it.'],
  ['field-changed', 'Its approvers field was changed by hand, and nobody in it may approve.'],
  ['ticket-gone', 'The ticket was deleted, or this app cannot see it any more.'],
  ['not-begun', 'Its approval fell before it could be given.'],
  ['withdrawn', 'An administrator ended it before it was given.'],
  ['too-late', 'Its end came before it could be given.'],
  // What is in the way of a grant.
  ['credential', 'The connection is broken: its credential does not work.'],
  ['no-seat', 'There is no free seat in the application.'],
  ['group-external', 'A group is managed by an identity provider.'],
  ['group-protected', 'A group is protected.'],
  ['group-gone', 'A group was deleted.'],
  ['person-gone', 'The account of the person was deleted.'],
  ['person-inactive', 'The account of the person is deactivated.'],
  ['person-ineligible', 'The account of the person cannot hold this access.'],
  [
    'invitee-unknown',
    'There is an account for the invited address, but Atlassian does not say which one it is.',
  ],
  ['connection-gone', 'The application is not connected any more.'],
  ['unverified', 'The change was made but cannot be seen yet.'],
  ['unavailable', 'Atlassian could not be reached. It is tried again by itself.'],
  ['brake', 'Very many people would lose access at once, so an administrator has to say that this is meant.'],
  ['refused', 'The site refused the change.'],
]);

/** Why a request is where it is. A code without words of its own is shown as it is, so that it can be looked up. */
export const whyInWords = (why: string): string => whys.get(why) ?? `Stopped, with the code ${why}.`;
