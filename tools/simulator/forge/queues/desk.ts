import type { SiteResponse } from '../../atlassian/wire';
import type { FetchInit, PlatformTarget } from '../current';
import { sendThrough, type Doors } from '../doors';
import type { Invocation } from '../invocation';
import { answer } from './answers';
import { Pushes } from './pushes';
import { JobRequest, keyOf, PushRequest } from './shapes';

const PREFIX = '/webhook/queue/';
const PATH =
  /^\/webhook\/queue\/(publish|stats|cancel)\/\{contextAri\}\/\{environmentId\}\/\{appId\}\/\{appVersion\}$/;

/** The app's own asking only: a person has no queues. */
export const isQueueCall = ({ type, provider, remote }: PlatformTarget, path: string): boolean =>
  type === 'fpp' && provider === 'app' && remote === 'stargate' && path.startsWith(PREFIX);

interface Ask {
  readonly path: string;
  readonly init: FetchInit | undefined;
}

/** One request as it was understood. */
interface Order {
  readonly queue: string;
  readonly key: string;
  readonly fill: () => SiteResponse;
}

/** What `@forge/events` asks of the platform: to push, how a job is going, and to cancel it. */
export class QueueDesk {
  private readonly pushes: Pushes;

  constructor(private readonly doors: Doors) {
    this.pushes = new Pushes(doors);
  }

  async answer(invocation: Invocation, { path, init }: Ask): Promise<SiteResponse> {
    const what = PATH.exec(path)?.[1];
    if (what === undefined) throw new Error(`The simulated platform does not play ${path}.`);
    const body: unknown = JSON.parse(await new Response(init?.body).text());
    const order = what === 'publish' ? this.push(invocation, body) : this.ask(invocation, { what, body });
    if (!order) return answer(400, { message: 'The request is not understood.' });
    const operation = `${what} ${order.queue}`;
    const note = (status: number | 'failed') =>
      invocation.siteCalls.push({ service: 'queue', operation, via: 'asApp', status });
    try {
      const point = { service: 'queue', operation, key: order.key } as const;
      const given = await sendThrough(this.doors, { point, send: async () => order.fill() });
      note(given.status);
      return given;
    } catch (error) {
      note('failed');
      throw error;
    }
  }

  private push(invocation: Invocation, body: unknown): Order | undefined {
    const request = PushRequest.safeParse(body);
    if (!request.success) return undefined;
    return {
      queue: request.data.queueName,
      key: request.data.payload.map((event) => keyOf(event.body)).join(' '),
      fill: () => this.pushes.take(invocation, request.data),
    };
  }

  private ask(invocation: Invocation, { what, body }: { what: string; body: unknown }): Order | undefined {
    const request = JobRequest.safeParse(body);
    if (!request.success) return undefined;
    const { queueName: queue, jobId: job } = request.data;
    const { line } = this.doors;
    const fill = () => {
      const named = { installation: invocation.options.installation.id, queue, job };
      const stats = line.stats(named);
      if (!stats) return answer(404, { message: 'The job does not exist.' });
      if (what === 'stats') return answer(200, stats);
      line.cancel(named);
      return answer(204);
    };
    return { queue, key: job, fill };
  }
}
