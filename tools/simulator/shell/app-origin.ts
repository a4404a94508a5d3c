import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { bundle } from './bundle';
import { text, type Ask, type Reply } from './exchange';
import type { Manifest } from './manifest';
import type { Origins } from './origins';
import { contentSecurityPolicy } from './policy';

interface AppFiles {
  /** Folder of the manifest. */
  readonly root: string;
  readonly manifest: Manifest;
  readonly origins: Origins;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Atlassian's CDN: the files of the manifest's resources at `/app/{resourceKey}/`, and the platform's two scripts. */
export function answerAppOrigin({ method, url }: Ask, files: AppFiles): Reply {
  if (method !== 'GET' && method !== 'HEAD') return text(405, 'Files are only read.');
  if (url.pathname === '/platform/global-bridge.js')
    return text(200, bundle('global-bridge'), 'text/javascript');
  if (url.pathname === '/platform/iframeResizer.contentWindow.min.js') {
    return text(200, bundle('frame-resizer'), 'text/javascript');
  }
  const file = fileFor(url.pathname, files);
  if (!file) return text(404, 'The app has no such file.');
  return extname(file) === '.html' ? page(file, files) : asset(file);
}

/** The file a path names, if it lies inside its resource's folder. */
function fileFor(pathname: string, { root, manifest }: AppFiles): string | undefined {
  const [, key, rest] = /^\/app\/([^/]+)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  const resource = manifest.resources.find((candidate) => candidate.key === key);
  if (!resource || rest === undefined) return undefined;
  const folder = join(root, resource.path);
  const file = join(folder, rest === '' ? 'index.html' : rest);
  const isInside = !relative(folder, file).startsWith('..');
  return isInside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function page(file: string, { manifest, origins }: AppFiles): Reply {
  const source = withPlatformScripts(readFileSync(file, 'utf8'), origins);
  const policy = contentSecurityPolicy(source, manifest.permissions, origins.frame);
  const reply = text(200, source, 'text/html');
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': policy } };
}

/** First in the head, as on the platform: the bridge must be there before the app's own code runs. */
const withPlatformScripts = (source: string, { app, frame }: Origins) =>
  source.replace(
    /<head[^>]*>/i,
    (head) =>
      `${head}<script src="${app}/platform/global-bridge.js" data-frame="${frame}"></script>` +
      `<script src="${app}/platform/iframeResizer.contentWindow.min.js" data-frame="${frame}" async></script>`,
  );

const asset = (file: string): Reply => ({
  status: 200,
  headers: {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  },
  body: readFileSync(file),
});
