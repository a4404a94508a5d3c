import { z } from 'zod';
import { throughFaults } from '../fault-line';
import type { CallPoint } from '../faults';
import { parseBody } from './body';
import { json, redirect, type Ask, type Reply } from './exchange';
import { requireSameOrigin } from './same-origin';
import { personCookie, type Session } from './session';
import type { Stage } from './stage';

const invocation = z.object({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.object({}).optional(),
});

const productFetch = z.object({
  product: z.enum(['jira', 'confluence']),
  restPath: z.string(),
  isMultipartFormData: z.literal(false, { error: 'The simulated bridge sends no form data.' }).optional(),
  fetchRequestInit: z.object({
    method: z.string().optional(),
    headers: z.array(z.tuple([z.string(), z.string()])).optional(),
    body: z.string().nullish(),
  }),
});

interface Visit {
  readonly stage: Stage;
  readonly session: Session;
}

/** What the frame does for the app's page, always as the person whom the server knows. */
export async function answerBridge(ask: Ask, visit: Visit): Promise<Reply | undefined> {
  if (ask.method !== 'POST' || !ask.url.pathname.startsWith('/_shell/')) return undefined;
  requireSameOrigin(ask, ask.url.origin);
  switch (ask.url.pathname) {
    case '/_shell/act-as':
      return actAs(ask);
    case '/_shell/invoke':
      return invoke(ask, visit);
    case '/_shell/fetch-product':
      return fetchProduct(ask, visit);
    default:
      return undefined;
  }
}

function invoke(ask: Ask, { stage, session }: Visit): Promise<Reply> {
  const { metadata, payload, ...call } = parseBody(ask, invocation);
  const point = { service: 'bridge', operation: 'invoke', key: call.functionKey } as const;
  return answered(stage, point, async () => {
    const answer = await stage.forge.invoke(stage.installation, {
      ...call,
      payload,
      principal: session.principal,
    });
    return metadata ? { body: answer, metadata: {} } : answer;
  });
}

function fetchProduct(ask: Ask, { stage, session }: Visit): Promise<Reply> {
  const { product, restPath, fetchRequestInit } = parseBody(ask, productFetch);
  const { method = 'GET', headers = [], body } = fetchRequestInit;
  const init = { method, headers, ...(typeof body === 'string' ? { body } : {}) };
  const wanted = { product, restPath, fetchRequestInit: init };
  const point = { service: 'bridge', operation: 'fetchProduct', key: restPath } as const;
  return answered(stage, point, () =>
    stage.forge.fetchProduct(stage.installation, session.principal, wanted),
  );
}

/** Through the declared faults. A rejection reaches the page as its message alone, as the platform's do. */
async function answered(stage: Stage, point: CallPoint, run: () => Promise<unknown>): Promise<Reply> {
  try {
    return await throughFaults(stage, point, async () => json(200, await run()));
  } catch (problem) {
    return json(502, { message: problem instanceof Error ? problem.message : String(problem) });
  }
}

function actAs(ask: Ask): Reply {
  const form = new URLSearchParams(ask.body);
  const back = form.get('back') ?? '/';
  const isPath = /^\/(?![/\\])/.test(back);
  return redirect(isPath ? back : '/', {
    'set-cookie': personCookie(form.get('accountId') ?? '', ask.url.origin),
  });
}
