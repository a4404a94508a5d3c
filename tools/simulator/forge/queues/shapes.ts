import { z } from 'zod';
import { PushedEvent } from '../delivery/delivery';

const MAX_EVENTS = 50;
const MAX_DELAY_S = 900;

const Named = z.object({
  queueName: z.string().regex(/^[a-zA-Z0-9-_]+$/),
  jobId: z.string().min(1),
  time: z.iso.datetime(),
});

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
export const PushRequest = Named.extend({
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(PushedEvent.extend({ delayInSeconds: z.number().min(0).max(MAX_DELAY_S).exactOptional() }))
    .min(1)
    .max(MAX_EVENTS),
});

export type Push = z.output<typeof PushRequest>;

export const JobRequest = Named;

/** What a pushed event is called by in faults and records: its own `key`, or all of it. */
export const keyOf = (body: Readonly<Record<string, unknown>>): string =>
  typeof body['key'] === 'string' ? body['key'] : JSON.stringify(body);
