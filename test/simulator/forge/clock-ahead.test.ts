import { stage } from './stage';

it.each([-300_000, 0, 20_000])(
  'an app whose machine is ahead by %i ms reads that, and the platform its own clock',
  async (aheadMs) => {
    const theatre = stage({
      calls: {
        act: async () => {
          theatre.host.machines.clockAheadMs = 60_000;
          return [Date.now(), new Date().getTime(), new Date(0).getTime()];
        },
      },
    });
    theatre.host.machines.clockAheadMs = aheadMs;
    const began = theatre.clock.time();
    // What is set while it runs is for the next one.
    expect(await theatre.call('act')).toEqual([began + aheadMs, began + aheadMs, 0]);
    expect(theatre.clock.time()).toBe(began);
    expect(theatre.last()?.at).toBe(new Date(began).toISOString());
  },
);
