import { z } from 'zod';
import { parseDuration } from '../clock';
import { json, Refusal, type Ask, type Reply } from './exchange';
import { parseBody } from './body';
import { faultRules } from './fault-shape';
import { requireSameOrigin } from './same-origin';
import type { Stage, VariantTable } from './stage';

const advance = z.strictObject({ advance: z.string() });

interface Script {
  readonly stage: Stage;
  /** A fresh world, an empty store, no faults. */
  readonly reset: () => Promise<void>;
}

type Route = (ask: Ask, script: Script) => unknown;

const clock = ({ stage }: Script) => ({ now: stage.clock.now().toISOString() });

/** The interface for scripts. Each route's key is its method and path. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /_simulator/world': (_ask, { stage }) => stage.describe(),
  'GET /_simulator/clock': (_ask, script) => clock(script),
  'POST /_simulator/clock': async (ask, script) => {
    await script.stage.advance(durationOf(parseBody(ask, advance).advance));
    return clock(script);
  },
  'GET /_simulator/faults': (_ask, { stage }) => stage.faults.list(),
  'POST /_simulator/faults': (ask, { stage }) => {
    stage.faults.declare(...parseBody(ask, faultRules));
    return stage.faults.list();
  },
  'DELETE /_simulator/faults': (_ask, { stage }) => {
    stage.faults.clear();
    return stage.faults.list();
  },
  'POST /_simulator/reset': async (_ask, { reset }) => {
    await reset();
    return { reset: true };
  },
  'GET /_simulator/variants': (_ask, { stage }) => stage.variants,
  'POST /_simulator/variants': (ask, { stage }) => {
    Object.assign(stage.variants.inForce, parseBody(ask, choiceOf(stage.variants.table)));
    return stage.variants;
  },
  'GET /_simulator/invocations': (_ask, { stage }) => stage.forge.invocations(),
};

const choiceOf = (table: VariantTable) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(table).map(([name, choices]) => [name, z.enum(choices).exactOptional()]),
    ),
  );

export async function answerScript(ask: Ask, script: Script): Promise<Reply> {
  const route = ROUTES[`${ask.method} ${ask.url.pathname}`];
  if (!route) throw new Refusal(404, `The simulator has no ${ask.method} ${ask.url.pathname}.`);
  if (ask.method !== 'GET') requireSameOrigin(ask, ask.url.origin);
  return json(200, await route(ask, script));
}

function durationOf(text: string): number {
  try {
    return parseDuration(text);
  } catch (problem) {
    throw new Refusal(400, problem instanceof RangeError ? problem.message : `Not a duration: ${text}`);
  }
}
