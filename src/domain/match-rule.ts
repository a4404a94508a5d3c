import type { Condition, Trigger } from './rule';
import type { Ticket } from './ticket';

type Asked = Pick<Ticket, 'projectId' | 'requestTypeId' | 'values'>;

/** Whether a ticket is one that the rule is for. Options are known by their ids: a label proves nothing. */
export const ruleFits = (trigger: Trigger, ticket: Asked): boolean =>
  isOfType(trigger, ticket) && conditionsHold(trigger.conditions, ticket);

/** Whether a ticket is where the rule expects it. */
export const isOfType = (
  { projectId, requestTypeId }: Pick<Trigger, 'projectId' | 'requestTypeId'>,
  ticket: Pick<Ticket, 'projectId' | 'requestTypeId'>,
): boolean => ticket.projectId === projectId && ticket.requestTypeId === requestTypeId;

export const conditionsHold = (
  conditions: readonly Condition[],
  { values }: Pick<Ticket, 'values'>,
): boolean =>
  conditions.every(({ field, anyOf }) => {
    const value = values[field.id];
    return value?.kind === 'option' && anyOf.some(({ id }) => id === value.option.id);
  });

/** Whether one ticket could be for both rules: then nobody could say which of them is meant. */
export const overlap = (a: Trigger, b: Trigger): boolean =>
  isOfType(a, b) && !a.conditions.some((one) => b.conditions.some((other) => excludes(one, other)));

const excludes = (one: Condition, other: Condition): boolean =>
  one.field.id === other.field.id &&
  !one.anyOf.some(({ id }) => other.anyOf.some((option) => option.id === id));
