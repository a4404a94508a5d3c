import { Channel } from './rpc';

/** One page of the app in one iframe: the surface itself, or a modal dialog on top of it. */
export interface View {
  readonly id: string;
  readonly iframe: HTMLIFrameElement;
  readonly channel: Channel;
  /** Present in a modal: what the app handed to it, and the way to close it. */
  readonly modal?: ModalView;
  /** What ends with the page: listeners that it left in the frame. */
  readonly cleanups: Set<() => void>;
}

export interface ModalView {
  readonly context: unknown;
  close(payload: unknown): void;
  onClose(run: () => unknown): void;
}

export type Method = (arg: unknown, view: View) => unknown;

interface Connection {
  readonly iframe: HTMLIFrameElement;
  readonly appOrigin: string;
  readonly modal?: ModalView;
  readonly methods: Readonly<Record<string, Method>>;
}

/**
 * Gives the page in the iframe its bridge, again after each reload. Only a message of the app's origin, from this very
 * iframe, brings a port that is listened to.
 */
export function connect({ iframe, appOrigin, modal, methods }: Connection): () => void {
  let current: View | undefined;
  const leave = () => {
    current?.cleanups.forEach((run) => run());
    current?.channel.close();
  };
  const hello = ({ origin, source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (origin !== appOrigin || source !== iframe.contentWindow || data !== 'simulator:bridge' || !port)
      return;
    leave();
    const channel = new Channel(port, (name, arg) => {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (!method) throw new Error(`The simulated bridge has no ${name}.`);
      return method(arg, view);
    });
    const view: View = {
      id: crypto.randomUUID(),
      iframe,
      channel,
      cleanups: new Set(),
      ...(modal ? { modal } : {}),
    };
    current = view;
  };
  window.addEventListener('message', hello);
  return () => {
    window.removeEventListener('message', hello);
    leave();
  };
}
