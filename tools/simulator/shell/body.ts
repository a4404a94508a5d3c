import { z } from 'zod';
import { Refusal, type Ask } from './exchange';

/** The JSON body of a request in the wanted shape, or a refusal that says what is wrong with it. */
export function parseBody<Shape extends z.ZodType>({ body }: Ask, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  throw new Refusal(400, z.prettifyError(parsed.error));
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}
