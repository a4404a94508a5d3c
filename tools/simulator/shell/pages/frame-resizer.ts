const frameOrigin = document.currentScript?.dataset['frame'];

/** Tells the frame how tall the page's content is, as the platform's resizer does. */
if (frameOrigin && window.parent !== window) {
  const tell = () =>
    window.parent.postMessage({ simulator: 'height', height: document.body.scrollHeight }, frameOrigin);
  const watch = () => new ResizeObserver(tell).observe(document.body);
  if (document.body) watch();
  else document.addEventListener('DOMContentLoaded', watch);
}
