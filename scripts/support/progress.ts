/** What a build is doing: one line that is rewritten in a terminal, a line a step elsewhere. */
import type { Progress } from '../../src/build/build-site.ts';

const STEPS: Readonly<Record<Progress['step'], string>> = {
  read: 'reading and checking the articles',
  assets: 'bundling styles and scripts',
  pages: 'rendering pages',
  search: 'building the search index',
  publish: 'publishing',
};

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const terminal = stream.isTTY;
  let last: Progress['step'] | undefined;
  return {
    show: ({ step, done, total }) => {
      if (!terminal && step === last) return;
      last = step;
      const count = total === undefined ? '' : done === undefined ? ` (${String(total)})` : ` ${String(done)}/${String(total)}`;
      const text = `${STEPS[step]}${terminal ? count : total === undefined ? '' : ` (${String(total)})`}`;
      stream.write(terminal ? `\r\u001B[2K${text}` : `${text}\n`);
    },
    end: () => {
      if (terminal) stream.write('\r\u001B[2K');
    },
  };
}
