import { createServer } from 'node:http';
import { rootPath, staticHost } from '../../scripts/support/static-host.ts';

export interface ServedSite {
  /** Address of the site's home page; ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on a free port of this machine, as a static host would. Whoever serves it closes it. */
export async function serveSite(folder: string, base = '/'): Promise<ServedSite> {
  const server = createServer(staticHost(folder, base));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server on a port has a port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}${rootPath(base)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        // A browser keeps its connections open, and the server would wait for them.
        server.closeAllConnections();
      }),
  };
}
