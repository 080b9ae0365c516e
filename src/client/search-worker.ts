/** The search beside the page, so that nothing on it blocks. Imported by a page that cannot have a worker, it answers there. */
import type { Ask, FromWorker, ToWorker } from './protocol.ts';
import { createSearchService } from './search-service.ts';
import { openSiteFiles } from './site-files.ts';

/** @param bundle full address of the folder of the bundles */
export function answerHere(bundle: string): Ask {
  return createSearchService(openSiteFiles(bundle));
}

function answerMessages(): void {
  let ask: Ask | undefined;
  const reply = (message: FromWorker): void => {
    postMessage(message);
  };
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('bundle' in data) {
      ask = answerHere(data.bundle);
      return;
    }
    const { id, kind, asked } = data;
    ask?.(kind, asked).then(
      (given) => { reply({ id, given }); },
      (error: unknown) => { reply({ id, error: String(error) }); },
    );
  });
}

if (typeof document === 'undefined') answerMessages();
