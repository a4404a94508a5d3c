import { z } from 'zod';
import { json, redirect, Refusal, type Ask, type Reply } from './exchange';
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
export async function answerBridge(ask: Ask, { stage, session }: Visit): Promise<Reply | undefined> {
  if (ask.method !== 'POST') return undefined;
  if (ask.url.pathname === '/_shell/act-as') return actAs(ask);
  if (ask.url.pathname === '/_shell/invoke') return answered(() => invoke(ask, { stage, session }));
  if (ask.url.pathname === '/_shell/fetch-product')
    return answered(() => fetchProduct(ask, { stage, session }));
  return undefined;
}

async function invoke(ask: Ask, { stage, session }: Visit): Promise<unknown> {
  requireSameOrigin(ask, ask.url.origin);
  const { metadata, payload, ...call } = invocation.parse(JSON.parse(ask.body));
  const answer = await stage.forge.invoke(stage.installation, {
    ...call,
    payload,
    principal: session.principal,
  });
  return metadata ? { body: answer, metadata: {} } : answer;
}

async function fetchProduct(ask: Ask, { stage, session }: Visit): Promise<unknown> {
  requireSameOrigin(ask, ask.url.origin);
  const { product, restPath, fetchRequestInit } = productFetch.parse(JSON.parse(ask.body));
  const { method = 'GET', headers = [], body } = fetchRequestInit;
  const init = { method, headers, ...(typeof body === 'string' ? { body } : {}) };
  return stage.forge.fetchProduct(stage.installation, session.principal, {
    product,
    restPath,
    fetchRequestInit: init,
  });
}

/** A rejection reaches the page as its message alone, as the platform's do. */
async function answered(run: () => Promise<unknown>): Promise<Reply> {
  try {
    return json(200, await run());
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    if (problem instanceof z.ZodError) return json(400, { message: z.prettifyError(problem) });
    return json(502, { message: problem instanceof Error ? problem.message : String(problem) });
  }
}

function actAs(ask: Ask): Reply {
  requireSameOrigin(ask, ask.url.origin);
  const form = new URLSearchParams(ask.body);
  const back = form.get('back') ?? '/';
  const isPath = /^\/(?![/\\])/.test(back);
  return redirect(isPath ? back : '/', {
    'set-cookie': personCookie(form.get('accountId') ?? '', ask.url.origin),
  });
}
