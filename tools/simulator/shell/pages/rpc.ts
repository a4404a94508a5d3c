import { isCallable, type Callable } from './read';

/** A value with its functions taken out, so that it can be sent: where they were, and the number each is known by. */
interface Packed {
  readonly value: unknown;
  readonly functions: readonly { readonly path: readonly string[]; readonly id: number }[];
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly arg: Packed }
  | { readonly kind: 'apply'; readonly id: number; readonly fn: number; readonly arg: Packed }
  | { readonly kind: 'result'; readonly id: number; readonly value: Packed }
  | { readonly kind: 'problem'; readonly id: number; readonly message: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (problem: Error) => void;
}

/** Calls both ways through one port. Functions in arguments and results can be called from the other side. */
export class Channel {
  private readonly functions = new Map<number, Callable>();
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly answer: (name: string, arg: unknown) => unknown,
  ) {
    port.onmessage = ({ data }: MessageEvent<Message>) => void this.receive(data);
  }

  call(name: string, arg?: unknown): Promise<unknown> {
    return this.ask((id) => ({ kind: 'call', id, name, arg: this.pack(arg) }));
  }

  close(): void {
    this.port.close();
  }

  private async receive(message: Message): Promise<void> {
    switch (message.kind) {
      case 'call':
        return this.reply(message.id, () => this.answer(message.name, this.unpack(message.arg)));
      case 'apply':
        return this.reply(message.id, () => this.apply(message.fn, this.unpack(message.arg)));
      case 'result':
        this.settle(message.id)?.resolve(this.unpack(message.value));
        return;
      case 'problem':
        this.settle(message.id)?.reject(new Error(message.message));
    }
  }

  private async reply(id: number, run: () => unknown): Promise<void> {
    try {
      this.send({ kind: 'result', id, value: this.pack(await run()) });
    } catch (problem) {
      this.send({
        kind: 'problem',
        id,
        message: problem instanceof Error ? problem.message : String(problem),
      });
    }
  }

  private apply(fn: number, args: unknown): unknown {
    const found = this.functions.get(fn);
    if (!found) throw new Error('This function is gone.');
    return found(...items(args));
  }

  private ask(compose: (id: number) => Message): Promise<unknown> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send(compose(id));
    });
  }

  private settle(id: number): Waiting | undefined {
    const found = this.waiting.get(id);
    this.waiting.delete(id);
    return found;
  }

  private send(message: Message): void {
    this.port.postMessage(message);
  }

  private pack(value: unknown): Packed {
    const functions: { path: readonly string[]; id: number }[] = [];
    const strip = (part: unknown, path: readonly string[]): unknown => {
      if (isCallable(part)) {
        functions.push({ path, id: this.register(part) });
        return null;
      }
      if (Array.isArray(part)) return part.map((item, index) => strip(item, [...path, String(index)]));
      if (!isPlain(part)) return part;
      return Object.fromEntries(
        Object.entries(part).map(([key, item]) => [key, strip(item, [...path, key])]),
      );
    };
    return { value: strip(value, []), functions };
  }

  private register(fn: Callable): number {
    const id = ++this.last;
    this.functions.set(id, fn);
    return id;
  }

  private unpack({ value, functions }: Packed): unknown {
    const box = { value };
    for (const { path, id } of functions) {
      const proxy: Callable = (...args) =>
        this.ask((ask) => ({ kind: 'apply', id: ask, fn: id, arg: this.pack(args) }));
      place(box, ['value', ...path], proxy);
    }
    return box.value;
  }
}

function place(target: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || key === undefined) return;
  if (rest.length === 0) Reflect.set(target, key, value);
  else place(Reflect.get(target, key), rest, value);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const items = (args: unknown): readonly unknown[] => (Array.isArray(args) ? args : []);
