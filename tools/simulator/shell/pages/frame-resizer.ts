const frameOrigin = document.currentScript?.dataset['frame'];

/** Tells the frame how tall the page's content is, as the platform's resizer does. */
if (frameOrigin && window.parent !== window) {
  const tell = () => window.parent.postMessage({ simulator: 'height', height: contentHeight() }, frameOrigin);
  const watch = () => new ResizeObserver(tell).observe(document.body);
  if (document.body) watch();
  else document.addEventListener('DOMContentLoaded', watch);
}

/** To the end of the body with its margin. The document itself is never shorter than the iframe. */
function contentHeight(): number {
  const margin = Number.parseFloat(getComputedStyle(document.body).marginBottom);
  return Math.ceil(document.body.getBoundingClientRect().bottom + window.scrollY + margin);
}
