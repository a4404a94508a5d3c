import type { SurfaceBoot } from './boot';
import { field, functionOf, textOf } from './read';
import { appFrame } from './app-frame';
import type { Method, ModalView } from './view';

const SIZES = ['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable'];

type Connect = (iframe: HTMLIFrameElement, modal: ModalView) => () => void;

/** `new Modal(…).open()`: another page of the app, in a dialog over the whole frame. */
export const modalOpener =
  (surface: SurfaceBoot, connect: Connect): Method =>
  (arg) => {
    const source = surface.sources[textOf(arg, 'resource') ?? surface.resource];
    if (source === undefined) return false;
    const dialog = document.createElement('dialog');
    const iframe = appFrame(source, textOf(arg, 'title') || surface.title);
    let beforeClose: (() => unknown) | undefined;
    const close = (payload: unknown) => {
      if (!dialog.isConnected) return;
      void beforeClose?.();
      disconnect();
      dialog.remove();
      void functionOf(arg, 'onClose')?.(payload);
    };
    const leave = connect(iframe, {
      context: field(arg, 'context'),
      close,
      onClose: (run) => void (beforeClose = run),
    });
    const stopFitting = fitHeight(iframe, source);
    const disconnect = () => [leave, stopFitting].forEach((stop) => stop());
    shape(dialog, arg);
    dialog.append(iframe);
    listen(dialog, arg, () => close(undefined));
    document.body.append(dialog);
    dialog.showModal();
    // Keys pressed in another origin's page are not heard here, so the focus begins outside of it.
    dialog.focus();
    return true;
  };

function shape(dialog: HTMLDialogElement, arg: unknown): void {
  const size = field(arg, 'size');
  dialog.className = `modal modal-${typeof size === 'string' && SIZES.includes(size) ? size : 'medium'}`;
  dialog.style.width = textOf(size, 'width') ?? '';
  dialog.style.height = textOf(size, 'height') ?? '';
  const title = textOf(arg, 'title');
  dialog.setAttribute('aria-label', title || 'Dialog');
  dialog.tabIndex = -1;
  if (!title) return;
  const heading = document.createElement('h2');
  heading.textContent = title;
  dialog.append(heading);
}

/** Escape closes it without asking where nobody has touched the page yet, so only the end of it is listened to. */
function listen(dialog: HTMLDialogElement, arg: unknown, close: () => void): void {
  dialog.setAttribute('closedby', field(arg, 'closeOnEscape') === false ? 'none' : 'closerequest');
  dialog.addEventListener('close', close);
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog && field(arg, 'closeOnOverlayClick') !== false) close();
  });
}

/** A modal is as tall as its page, up to most of the window. */
function fitHeight(iframe: HTMLIFrameElement, source: string): () => void {
  const fit = ({ origin, source: from, data }: MessageEvent<unknown>) => {
    const height = field(data, 'height');
    if (origin !== new URL(source).origin || from !== iframe.contentWindow || typeof height !== 'number')
      return;
    iframe.style.height = `${Math.min(height, 0.8 * window.innerHeight)}px`;
  };
  window.addEventListener('message', fit);
  return () => window.removeEventListener('message', fit);
}
