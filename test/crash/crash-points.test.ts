import type { FaultEffect } from '../../tools/simulator/faults';
import { startApp } from '../start';
import { flows, type Flow } from './flows';
import { whatIsWrong } from './oracle';

const HOUR_MS = 3_600_000;
const ANY = '/./';

const disturbances: readonly (readonly [string, FaultEffect, 'before' | 'after'])[] = [
  ['death before', { kind: 'crash' }, 'before'],
  ['death after', { kind: 'crash' }, 'after'],
  ['an answer lost before', { kind: 'lose-response' }, 'before'],
  ['an answer lost after', { kind: 'lose-response' }, 'after'],
  ['a failure before', { kind: 'error', status: 500 }, 'before'],
  ['a failure after', { kind: 'error', status: 500 }, 'after'],
  ['a second arrival', { kind: 'duplicate' }, 'before'],
];

/** How many calls to storage and site an undisturbed run makes: each is a point at which it may be disturbed. */
async function countPoints(flow: Flow): Promise<number> {
  const app = startApp();
  const run = await flow.prepare(app);
  app.faults.declare({ id: 'count', match: { operation: ANY, attempt: 1e9 }, effect: { kind: 'crash' } });
  await run(app);
  const [counted] = app.faults.list();
  app.close();
  return counted?.seen ?? 0;
}

/** Disturbs one call, lets three hours pass, and says what is wrong then. */
async function disturb(flow: Flow, attempt: number, [, effect, phase]: (typeof disturbances)[number]) {
  const app = startApp();
  const run = await flow.prepare(app);
  app.faults.declare({ id: 'x', match: { operation: ANY, attempt, phase }, effect, maxFires: 1 });
  await run(app).catch(() => undefined);
  const struck = app.faults.unfired().length === 0;
  app.faults.clear();
  await app.clock.advance(3 * HOUR_MS);
  const wrong = whatIsWrong(app);
  app.close();
  return { struck, wrong };
}

/** The site's address is asked for once in ten minutes: from here on every run makes the same calls. */
beforeAll(async () => {
  const app = startApp();
  await app.draft();
  app.close();
});

describe.each(flows)('$name', (flow) => {
  it.each(disturbances)(
    'with %s any one of its calls ends in a sound state',
    async (...disturbance) => {
      const points = await countPoints(flow);
      expect(points).toBeGreaterThan(2);
      for (let attempt = 1; attempt <= points; attempt += 1) {
        const { struck, wrong } = await disturb(flow, attempt, disturbance);
        expect({ attempt, struck, wrong }).toEqual({ attempt, struck: true, wrong: [] });
      }
    },
    60_000,
  );
});
