import type { AuditEventView, ConnectionView, PageView } from '../contract/views';
import type { Ports, Watched } from './ports';
import { connectionGone } from './problems';
import { connectionView, eventView } from './views';

/**
 * A connection as the pages show it after some work. What is shown beside it is read before: a change that was written
 * is not told as a failure because something else could not be read afterwards.
 */
export async function shownAfter(ports: Ports, work: () => Promise<Watched>): Promise<ConnectionView> {
  const { entries: rules } = await ports.rules.book();
  return connectionView(await work(), { connectors: ports.connectors, rules, now: ports.clock.now() });
}

/** All connections, by name. Two storage reads and no other system, however many there are. */
export const listConnections = (ports: Ports) => async (): Promise<ConnectionView[]> => {
  const [all, { entries: rules }] = await Promise.all([ports.connections.list(), ports.rules.book()]);
  const around = { connectors: ports.connectors, rules, now: ports.clock.now() };
  const views = all.map((watched) => connectionView(watched, around));
  return views.sort((a, b) => a.name.localeCompare(b.name));
};

export const readConnection =
  (ports: Ports) =>
  (id: string): Promise<ConnectionView> =>
    shownAfter(ports, async () => {
      const watched = await ports.connections.find(id);
      if (!watched) throw connectionGone();
      return watched;
    });

/** What happened to a connection, newest first. It outlives the connection itself. */
export const readHistory =
  (ports: Ports) =>
  async (id: string, cursor?: string): Promise<PageView<AuditEventView>> => {
    const { items, next } = await ports.trail.history(`connection#${id}`, cursor);
    return { items: items.map(eventView), ...(next !== undefined && { next }) };
  };
