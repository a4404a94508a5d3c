import { z } from 'zod';
import { empty, jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { availableTransitions, transitionIssue, type Transition } from '../work/engine';
import { isGlobal, transitionsFrom } from '../work/transition';
import type { SiteResponse } from '../wire';
import { notOnScreen, UpdateBody } from './issue-edits';
import { fieldErrors, seenIssue } from './issue-seen';
import { statusToWire } from './status-wire';

const Body = UpdateBody.extend({ transition: z.looseObject({ id: z.coerce.string() }).optional() });

const transitionToWire = ({ world }: Exchange, transition: Transition, isAvailable: boolean) => ({
  id: transition.id,
  name: transition.name,
  to: statusToWire(world, world.work.status(transition.to)),
  hasScreen: false,
  isGlobal: isGlobal(transition),
  isInitial: false,
  isAvailable,
  isConditional: false,
  looped: false,
});

function list(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const { query, world } = exchange;
  const available = availableTransitions(world, issue).map(({ id }) => id);
  const named = query.text('transitionId');
  const shown = transitionsFrom(world, issue).filter(
    ({ id }) =>
      (named === undefined || id === named) &&
      (available.includes(id) || query.flag('includeUnavailableTransitions')),
  );
  return json(200, {
    expand: 'transitions',
    transitions: shown.map((each) => transitionToWire(exchange, each, available.includes(each.id))),
  });
}

/** No transition of this site has a screen, so none takes a field. */
function run(exchange: Exchange): SiteResponse {
  const { issue, by } = seenIssue(exchange);
  const body = Body.safeParse(exchange.body);
  if (!body.success || !body.data.transition) return jiraError(400, "Missing 'transition' identifier");
  const { transition, fields, update } = body.data;
  const off = [...Object.keys(fields ?? {}), ...Object.keys(update ?? {})];
  if (off.length > 0) throw fieldErrors(Object.fromEntries(off.map((id) => [id, notOnScreen(id)])));
  const moved = transitionIssue(exchange.world, issue, { by, transitionId: transition.id });
  if (moved !== 'not-available') return empty(204);
  return jiraError(400, `Transition id '${transition.id}' is not valid for this issue.`);
}

const at = { document: 'jira', template: '/rest/api/3/issue/{issueIdOrKey}/transitions' } as const;

export const getTransitions: Operation = {
  ...at,
  operationId: 'getTransitions',
  method: 'GET',
  statuses: [200, 404],
  play: list,
};

export const doTransition: Operation = {
  ...at,
  operationId: 'doTransition',
  method: 'POST',
  statuses: [204, 400, 404],
  play: run,
};
