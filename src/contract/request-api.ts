import type { z } from 'zod';
import type * as inputs from './inputs';
import type { CountedAlerts, GrantView, RequestRowView, RequestView } from './request-views';
import type { PageView, Reply } from './views';

type In<Shape extends z.ZodType> = z.input<Shape>;

/** The calls of the page Requests. */
export type RequestApi = {
  'request.list': (input: In<typeof inputs.RequestListInput>) => Reply<PageView<RequestRowView>>;
  'request.read': (input: In<typeof inputs.RequestRef>) => Reply<RequestView>;
  /** What needs an administrator: overdue, blocked, quarantined. */
  'request.alerts': () => Reply<CountedAlerts>;
  /** Looks at a request again now. */
  'request.retry': (input: In<typeof inputs.RequestRef>) => Reply<RequestView>;
  'grant.retry': (input: In<typeof inputs.GrantRef>) => Reply<GrantView>;
  'grant.withdraw': (input: In<typeof inputs.GrantRef>) => Reply<GrantView>;
  'grant.extend': (input: In<typeof inputs.ExtendInput>) => Reply<GrantView>;
  'grant.acknowledge': (input: In<typeof inputs.GrantRef>) => Reply<GrantView>;
};
