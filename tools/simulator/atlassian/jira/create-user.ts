import { z } from 'zod';
import { jiraProducts, usesJira } from '../access';
import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { findByEmail, invite, isAddress } from '../invitation';
import { personOf, rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import { personAlone } from './person';
import { identityForbidden } from './refusals';

const Body = z.looseObject({
  emailAddress: z.string().refine(isAddress),
  products: z.array(z.enum(jiraProducts)),
});

/** Closed to apps altogether, whoever they act for. */
function create(exchange: Exchange): SiteResponse {
  const { asker, world } = exchange;
  if (asker.kind !== 'token') return identityForbidden();
  const body = Body.safeParse(exchange.body);
  if (!body.success) return jiraError(400, 'A valid emailAddress and a list of Jira products are required.');
  if (!personOf(asker)?.orgAdmin || !rightsOf(exchange).administersJira) return identityForbidden();
  const { emailAddress, products } = body.data;
  const known = findByEmail(world, emailAddress);
  if (known && !usesJira(world.state.truth(), known)) {
    return jiraError(400, 'A user with this email address exists but does not have access to Jira.');
  }
  if (known) return json(201, personAlone(exchange, known, []));
  const invited = invite(world, emailAddress, { products, delayMs: world.conditions.lagMs.person });
  if (invited.kind === 'no-seat') return jiraError(400, 'The number of licensed users has been exceeded.');
  return json(201, personAlone(exchange, invited.person, []));
}

export const createUser: Operation = {
  document: 'jira',
  operationId: 'createUser',
  method: 'POST',
  template: '/rest/api/3/user',
  statuses: [201, 400, 403],
  play: create,
};
