/** What Forge grants a page of an app: developer.atlassian.com/platform/forge/custom-ui/iframe/ */
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-same-origin',
  'allow-scripts',
].join(' ');

const ALLOW = ['camera', 'clipboard-write', 'display-capture', 'fullscreen', 'microphone'].join('; ');

export function appFrame(source: string, title: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.className = 'app-frame';
  iframe.title = title;
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.setAttribute('allow', ALLOW);
  iframe.src = source;
  return iframe;
}
