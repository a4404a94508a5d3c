import { z } from 'zod';
import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { createIssue } from '../work/engine';
import type { Project } from '../work/model';
import { callerOf, readBody } from './body';
import { deskRoleOf, isStaff, roleOnDesk } from './desk-role';
import { formOf } from './form';
import { badBody, deskForbidden, forbidden } from './refusals';
import { requestToWire } from './request';
import { readFields } from './submitted-fields';
import { findDesk } from './service-desk';

const Body = z.strictObject({
  serviceDeskId: z.string(),
  requestTypeId: z.string(),
  requestFieldValues: z.record(z.string(), z.unknown()),
  raiseOnBehalfOf: z.string().optional(),
  requestParticipants: z.array(z.string()).default([]),
  isAdfRequest: z.boolean().default(false),
  channel: z.string().optional(),
});
type Body = z.output<typeof Body>;

/** Raising for others and adding participants on the way is for those who work on the desk. */
function needRights(exchange: Exchange, project: Project, body: Body): void {
  if (deskRoleOf(exchange, project) === 'none') throw deskForbidden();
  if (isStaff(exchange, project)) return;
  if (body.raiseOnBehalfOf !== undefined)
    throw forbidden('You do not have permission to raise a request on behalf of somebody else.');
  if (body.requestParticipants.length > 0)
    throw forbidden('You do not have permission to add participants to a request.');
}

/** Whoever is named must be able to use the portal. */
export function customerOf(exchange: Exchange, project: Project, accountId: string): string {
  const person = exchange.world.state.truth().person(accountId);
  if (!person || roleOnDesk(exchange, project, person) === 'none')
    throw badBody(`The user '${accountId}' is not a customer of this service desk.`);
  return person.accountId;
}

function create(exchange: Exchange): SiteResponse {
  const body = readBody(exchange, Body);
  const project = findDesk(exchange, body.serviceDeskId);
  if (!project) throw badBody(`The service desk '${body.serviceDeskId}' does not exist.`);
  needRights(exchange, project, body);
  const type = project.desk.requestTypes.find(({ id }) => id === body.requestTypeId);
  if (!type) throw badBody(`The request type '${body.requestTypeId}' does not exist on this service desk.`);
  const { raiseOnBehalfOf, requestParticipants, requestFieldValues: values, isAdfRequest: adf } = body;
  const reporter = raiseOnBehalfOf === undefined ? undefined : customerOf(exchange, project, raiseOnBehalfOf);
  const participants = requestParticipants.map((id) => customerOf(exchange, project, id));
  const issue = createIssue(exchange.world, {
    by: callerOf(exchange),
    projectId: project.id,
    issueTypeId: type.issueTypeId,
    requestTypeId: type.id,
    ...(reporter !== undefined && { reporter }),
    participants: [...new Set(participants)],
    fields: readFields(exchange, { form: formOf(exchange, type), values, adf }),
  });
  return json(201, requestToWire(exchange, { issue, project, type }, []));
}

export const createCustomerRequest: Operation = {
  document: 'jsm',
  operationId: 'createCustomerRequest',
  method: 'POST',
  template: '/rest/servicedeskapi/request',
  statuses: [201, 400, 403],
  play: create,
};
