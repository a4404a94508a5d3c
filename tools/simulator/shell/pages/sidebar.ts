import type { SurfaceHistory } from './history';

/** A link of the sidebar only changes the address; the app is told and routes by itself. */
export function startSidebar(history: SurfaceHistory, base: string): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-route]')];
  const mark = () => {
    for (const link of links) {
      const isHere =
        window.location.pathname === link.pathname ||
        window.location.pathname.startsWith(`${link.pathname}/`);
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.go('PUSH', link.pathname.slice(base.length) || '/');
    });
  }
  history.listen(mark);
  mark();
}
