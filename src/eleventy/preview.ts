/** The live preview's server: Eleventy's own, which reloads pages and shows errors in the browser. */
import EleventyDevServer from '@11ty/eleventy-dev-server';

export interface Preview {
  readonly url: string;
  /** Loads the page anew in every open browser. */
  reload(): Promise<void>;
  showError(message: string): void;
}

/** An answer to a request; undefined leaves it to the folder. */
export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined;

/** Serves a folder, at the given port or the next free one. @param answer is asked first, with the path of each request */
export async function startPreview(folder: string, port: number, answer: (path: string) => Promise<Answer> | Answer = () => undefined): Promise<Preview> {
  const quiet = (): void => undefined;
  const server = EleventyDevServer.getServer('warraq', folder, {
    port,
    showVersion: false,
    showAllHosts: false,
    onRequest: { '/*': ({ url }) => answer(url.pathname) },
    logger: { info: quiet, log: quiet, message: quiet, error: console.error },
  });
  server.serve(port);
  // Asked for before the server listens: afterwards it would never answer.
  const listening = server.getPort();
  await server.ready();
  return {
    url: `http://localhost:${String(await listening)}/`,
    reload: () => server.reload({ files: [], build: { templates: [] } }),
    showError: (message) => {
      server.sendError({ error: { message } });
    },
  };
}
