/** The page's line to the search: to its worker, or to the same code in the page where no worker starts. */
import type { Ask, FromWorker, Kind, Protocol, ToWorker } from './protocol.ts';

interface SearchModule {
  readonly answerHere: (bundle: string) => Ask;
}

interface Pending {
  readonly again: (ask: Ask) => void;
  readonly give: (given: Protocol[Kind]['given']) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * @param script address of the worker's script
 * @param bundle full address of the folder of the bundles
 */
export function connectSearch(script: string, bundle: string): Ask {
  let line: Ask | undefined;
  let attempts = 0;

  const connectHere = (): Ask => {
    // A script that failed to load stays failed under its address; another query string asks anew.
    const loading = import(attempts === 0 ? script : `${script}?attempt=${String(attempts)}`) as Promise<SearchModule>;
    const ask = loading.then(({ answerHere }) => answerHere(bundle));
    ask.catch(() => {
      line = undefined;
      attempts += 1;
    });
    return async (kind, asked) => (await ask)(kind, asked);
  };

  const connectWorker = (): Ask => {
    const worker = startWorker(script);
    if (worker === undefined) return connectHere();
    const pending = new Map<number, Pending>();
    let last = 0;
    const send = (message: ToWorker): void => {
      worker.postMessage(message);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if ('error' in data) waiting?.fail(new Error(data.error));
      else waiting?.give(data.given);
    });
    // Errors of requests are told in answers: this is a worker that did not start.
    worker.addEventListener('error', () => {
      worker.terminate();
      const here = (line = connectHere());
      for (const { again } of pending.values()) again(here);
    });
    send({ bundle });
    return <K extends Kind>(kind: K, asked: Protocol[K]['asked']) =>
      new Promise<Protocol[K]['given']>((resolve, reject) => {
        const id = ++last;
        pending.set(id, {
          again: (ask) => { ask(kind, asked).then(resolve, reject); },
          give: resolve,
          fail: reject,
        });
        send({ id, kind, asked } as ToWorker);
      });
  };

  return (kind, asked) => (line ??= connectWorker())(kind, asked);
}

function startWorker(script: string): Worker | undefined {
  try {
    return new Worker(script, { type: 'module' });
  } catch {
    return undefined;
  }
}
