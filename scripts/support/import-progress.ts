/** How far an import is: a bar in a terminal, a line a step elsewhere. */
import type { ImportProgress } from '../../src/import/import-options.ts';

const WIDTH = 24;

export interface ImportProgressBar {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

/** @param quiet no word, since the output is for a program */
export function createImportProgress(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): ImportProgressBar {
  const terminal = stream.isTTY;
  let last: ImportProgress['step'] | undefined;
  return {
    show: (progress) => {
      if (quiet || (!terminal && progress.step === last)) return;
      last = progress.step;
      stream.write(terminal ? `\r\u001B[2K${barOf(progress)}` : `${progress.step === 'count' ? 'reading the sources' : `importing ${String(progress.total ?? '')} articles`}\n`);
    },
    end: () => {
      if (terminal && last !== undefined) stream.write('\r\u001B[2K');
    },
  };
}

/** `importing [#########---------------] 11,200/30,014 37%` */
export function barOf({ step, done, total }: ImportProgress): string {
  if (step === 'count' || total === undefined || total === 0) return `reading the sources ${done.toLocaleString('en')}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `importing [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done.toLocaleString('en')}/${total.toLocaleString('en')} ${String(Math.floor(share * 100))}%`;
}
