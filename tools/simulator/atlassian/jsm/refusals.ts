import { jsmError } from '../answer';
import { Refusal } from '../query';

/** Atlassian documents when each status comes, and neither its words nor its key. */
const refuse = (status: number, key: string, message: string) =>
  new Refusal(jsmError(status, message, `sd.error.${key}`));

export const noDesk = () => refuse(404, 'servicedesk.not.found', 'The service desk does not exist.');
export const deskForbidden = () =>
  refuse(403, 'servicedesk.no.permission', 'You do not have permission to access this service desk.');
export const noRequestType = () => refuse(404, 'requesttype.not.found', 'The request type does not exist.');
export const noRequest = () => refuse(404, 'request.not.found', 'The customer request does not exist.');
export const requestForbidden = () =>
  refuse(403, 'request.no.permission', 'You do not have permission to access this customer request.');
export const noApproval = () => refuse(404, 'approval.not.found', 'The approval does not exist.');
export const noComment = () => refuse(404, 'comment.not.found', 'The comment does not exist.');

export const badBody = (message = 'The request body is not valid.') =>
  refuse(400, 'validation.body', message);
export const forbidden = (message: string) => refuse(403, 'no.permission', message);
export const conflict = (message: string) => refuse(409, 'conflict', message);

/** What Jira Service Management says of a form that it cannot take. */
export const badForm = (detail: string) =>
  refuse(
    400,
    'validation.create.request',
    `Your request could not be created. Please check the fields have been correctly filled in. ${detail}`,
  );
