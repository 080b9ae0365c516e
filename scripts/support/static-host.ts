/** A static host in small: what is not a file of the site is not there. */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the files of `folder` below `base` (`/` or `/archive/`) as hosts do: `…/` is its `index.html`, a folder without
 * the slash is sent on to it, and anything else is the site's `404.html` with status 404. Files are read anew each time.
 */
export function staticHost(folder: string, base = '/'): RequestHandler {
  // Requests name Arabic letters percent-encoded.
  const root = encodeURI(rootPath(base));
  // Without extensions only whole names are found: not all hosts give `about.html` for `/about`, so no page may need it.
  const serveFile = sirv(folder, { dev: true, dotfiles: true, extensions: [], setHeaders: addCharset });

  return (request, response) => {
    const address = `http://localhost${request.url ?? '/'}`;
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Only GET and HEAD are known here.\n');
    if (!URL.canParse(address)) return send(response, 400, 'This is no address.\n');

    const { pathname, search } = new URL(address);
    if (`${pathname}/` === root) return redirect(response, root + search);
    if (!pathname.startsWith(root)) return send(response, 404, `The site is at ${root}\n`);

    const path = pathname.slice(root.length - 1);
    if (!path.endsWith('/') && isFile(folder, `${path}/index.html`)) return redirect(response, `${pathname}/${search}`);
    request.url = path.endsWith('/') ? `${path}index.html` : path;
    serveFile(request, response, () => {
      sendNotFound(folder, response);
    });
  };
}

/** `archive`, `/archive` and `/archive/` are all `/archive/`. */
export function rootPath(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

function isFile(folder: string, path: string): boolean {
  try {
    return statSync(join(folder, decodeURI(path))).isFile();
  } catch {
    // Not there, or not a name: `%` with nothing after it.
    return false;
  }
}

/** A text without its encoding would be read in the reader's own, which spoils Arabic. */
function addCharset(response: ServerResponse, path: string): void {
  const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', txt: 'text/plain', xml: 'application/xml', csv: 'text/csv' };
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  if (type !== undefined) response.setHeader('Content-Type', `${type};charset=utf-8`);
}

function sendNotFound(folder: string, response: ServerResponse): void {
  if (isFile(folder, '404.html')) send(response, 404, readFileSync(join(folder, '404.html')), 'text/html');
  else send(response, 404, 'Not found.\n');
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('Location', location);
  send(response, 301, `Moved to ${location}\n`);
}

function send(response: ServerResponse, status: number, body: string | Buffer, type = 'text/plain'): void {
  response.writeHead(status, { 'Content-Type': `${type};charset=utf-8`, 'Cache-Control': 'no-store' }).end(body);
}
