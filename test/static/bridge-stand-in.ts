import type { Api, CallName } from '@contract/api';
import { memoryHistory } from './memory-history';

type Answer<Call extends CallName> = ReturnType<Api[Call]>;
type Input<Call extends CallName> = Parameters<Api[Call]>[0];

/** The server's side of the contract: a reply, or what to do to get one. */
export type Replies = {
  [Call in CallName]?: Answer<Call> | ((input: Input<Call>) => Answer<Call> | Promise<Answer<Call>>);
};

interface Ask {
  readonly call: string;
  readonly payload: unknown;
}

const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const isAnswering = (reply: unknown): reply is (payload: unknown) => unknown => typeof reply === 'function';

/** Jira's side of the bridge. Answers as told, remembers what it was asked, and lets only plain JSON through. */
class BridgeStandIn {
  replies: Replies = {};
  asked: Ask[] = [];
  people: Record<string, string> = {};
  /** The titles of the flags that Jira was asked to show. */
  flags: string[] = [];
  /** Of these, the titles of those that warn. */
  warnings: string[] = [];
  /** Where Jira was asked to go. */
  left: string[] = [];
  history = memoryHistory('/');
  /** Where nobody answers, as when the frame has lost Jira. */
  isSilent = false;

  reset(): void {
    this.replies = {};
    this.asked = [];
    this.people = {};
    this.flags = [];
    this.warnings = [];
    this.left = [];
    this.isSilent = false;
  }

  /** The payloads of all calls of one name, in order. */
  payloads(call: CallName): unknown[] {
    return this.asked.filter((ask) => ask.call === call).map(({ payload }) => payload);
  }

  call = async (
    name: string,
    argument: {
      functionKey: string;
      payload?: unknown;
      restPath: string;
      title: string;
      type?: string;
      url: string;
    },
  ) => {
    if (this.isSilent) return new Promise(() => {});
    if (name === 'invoke') return this.invoke(argument.functionKey, copy(argument.payload));
    if (name === 'fetchProduct') return this.users(argument.restPath);
    if (name === 'createHistory') return this.history;
    if (name === 'enableTheming') return undefined;
    if (name === 'showFlag') {
      if (argument.type === 'warning') this.warnings.push(argument.title);
      return void this.flags.push(argument.title);
    }
    if (name === 'getContext') return { siteUrl: 'https://acme.atlassian.net' };
    if (name === 'navigate') return void this.left.push(argument.url);
    throw new Error(`The stand-in does not know ${name}.`);
  };

  private async invoke(call: string, payload: unknown): Promise<unknown> {
    this.asked.push({ call, payload });
    const reply: unknown = Reflect.get(this.replies, call);
    if (reply === undefined) throw new Error(`Nothing was said about ${call}.`);
    return copy(isAnswering(reply) ? await reply(payload) : reply);
  }

  private users(path: string) {
    this.asked.push({ call: 'users', payload: path });
    const ids = new URL(path, 'https://site.invalid').searchParams.getAll('accountId');
    const values = ids
      .filter((id) => id in this.people)
      .map((accountId) => ({ accountId, displayName: this.people[accountId], avatarUrls: {} }));
    return { status: 200, statusText: 'OK', headers: {}, body: JSON.stringify({ values }) };
  }
}

export const bridge = new BridgeStandIn();
