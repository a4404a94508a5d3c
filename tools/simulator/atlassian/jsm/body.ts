import type { z } from 'zod';
import type { Exchange } from '../exchange';
import { actorOf, type Actor } from '../work/engine';
import { badBody, forbidden } from './refusals';

/** What was sent, or a refusal. */
export function readBody<Shape extends z.ZodType>(
  { body }: Pick<Exchange, 'body'>,
  shape: Shape,
): z.output<Shape> {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw badBody();
}

/** Nobody anonymous gets as far as the operations of the service desk. */
export function callerOf({ asker }: Pick<Exchange, 'asker'>): Actor {
  if (asker.kind === 'anonymous') throw forbidden('You have to be logged in.');
  return actorOf(asker);
}
