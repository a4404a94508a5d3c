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
      void beforeClose?.();
      disconnect();
      dialog.remove();
      void functionOf(arg, 'onClose')?.(payload);
    };
    const disconnect = connect(iframe, {
      context: field(arg, 'context'),
      close,
      onClose: (run) => void (beforeClose = run),
    });
    shape(dialog, arg);
    dialog.append(iframe);
    listen(dialog, arg, () => close(undefined));
    document.body.append(dialog);
    dialog.showModal();
    return true;
  };

function shape(dialog: HTMLDialogElement, arg: unknown): void {
  const size = field(arg, 'size');
  dialog.className = `modal modal-${typeof size === 'string' && SIZES.includes(size) ? size : 'medium'}`;
  dialog.style.width = textOf(size, 'width') ?? '';
  dialog.style.height = textOf(size, 'height') ?? '';
  const title = textOf(arg, 'title');
  dialog.setAttribute('aria-label', title || 'Dialog');
  if (!title) return;
  const heading = document.createElement('h2');
  heading.textContent = title;
  dialog.append(heading);
}

function listen(dialog: HTMLDialogElement, arg: unknown, close: () => void): void {
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (field(arg, 'closeOnEscape') !== false) close();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog && field(arg, 'closeOnOverlayClick') !== false) close();
  });
}
