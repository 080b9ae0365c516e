/** The live preview's server: Eleventy's own, which reloads pages and shows errors in the browser. */
import EleventyDevServer from '@11ty/eleventy-dev-server';

export interface Preview {
  readonly url: string;
  /** Loads the page anew in every open browser. */
  reload(): Promise<void>;
  showError(message: string): void;
}

/** Serves a folder, at the given port or the next free one. */
export async function startPreview(folder: string, port: number): Promise<Preview> {
  const quiet = (): void => undefined;
  const server = EleventyDevServer.getServer('warraq', folder, {
    port,
    showVersion: false,
    showAllHosts: false,
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
