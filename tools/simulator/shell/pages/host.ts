import { appFrame } from './app-frame';
import type { Boot, SurfaceBoot } from './boot';
import { eventBus } from './events';
import { closeFlag, showFlag } from './flags';
import type { SurfaceHistory } from './history';
import { modalOpener } from './modals';
import { navigator, siteAddress } from './navigation';
import { element, field, functionOf, isCallable } from './read';
import { post } from './server';
import { themeOf, type Theming } from './theming';
import { connect, type Method, type ModalView, type View } from './view';

interface Host {
  readonly boot: Boot;
  readonly surface: SurfaceBoot;
  readonly history: SurfaceHistory;
  readonly theming: Theming;
}

/** Puts the app on the page and answers what `@forge/bridge` asks for. */
export function startHost(host: Host): void {
  const { boot, surface } = host;
  const methods = methodsOf(host, (iframe, modal) =>
    connect({ iframe, modal, methods, appOrigin: boot.appOrigin }),
  );
  const iframe = appFrame(surface.sources[surface.resource] ?? '', surface.title);
  connect({ iframe, methods, appOrigin: boot.appOrigin });
  element('app', HTMLElement).append(iframe);
}

type ConnectModal = (iframe: HTMLIFrameElement, modal: ModalView) => () => void;

function methodsOf(host: Host, connectModal: ConnectModal): Readonly<Record<string, Method>> {
  const { boot, surface, history, theming } = host;
  const [own, everyone] = [eventBus(), eventBus()];
  return {
    invoke: (arg) => post('/_shell/invoke', { ...copy(arg), moduleKey: surface.moduleKey }),
    fetchProduct: (arg) => post('/_shell/fetch-product', copy(arg)),
    getContext: (_arg, view) => contextFor(host, view),
    createHistory: history.create,
    enableTheming: (_arg, view) => theming.follow(view),
    navigate: navigator(boot),
    getUrl: (arg) => siteAddress(arg, boot),
    reload: () => window.location.reload(),
    changeWindowTitle: (title) => void (document.title = String(title)),
    showFlag,
    closeFlag,
    openModal: modalOpener(surface, connectModal),
    close: (payload, view) => (view.modal ? void view.modal.close(payload) : false),
    onClose: (arg, view) => onClose(arg, view),
    // A full page of Jira is neither opened, submitted nor refreshed: `@forge/bridge` makes an error of it.
    open: () => false,
    submit: () => false,
    refresh: () => false,
    emit: own.emit,
    on: own.on,
    emitPublic: everyone.emit,
    onPublic: everyone.on,
    emitReadyEvent: () => undefined,
    getFrameId: (_arg, view) => view.id,
  };
}

function onClose(arg: unknown, { modal }: View): boolean {
  const run = isCallable(arg) ? arg : functionOf(arg, 'onClose');
  if (modal && run) modal.onClose(run);
  return modal !== undefined && run !== undefined;
}

function contextFor({ boot, surface, theming }: Host, { modal }: View): Record<string, unknown> {
  const { pathname, search, hash } = window.location;
  return {
    ...surface.context,
    siteUrl: boot.siteUrl,
    theme: themeOf(surface.context, theming.mode),
    extension: {
      type: surface.type,
      location: `${boot.siteUrl}${pathname}${search}${hash}`,
      ...(modal ? { modal: modal.context } : {}),
    },
  };
}

const copy = (arg: unknown): Record<string, unknown> => ({
  ...(typeof arg === 'object' && arg !== null
    ? Object.fromEntries(Object.keys(arg).map((key) => [key, field(arg, key)]))
    : {}),
});
