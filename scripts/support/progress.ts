/** What a build is doing: a bar that is redrawn in a terminal, a line a step elsewhere. */
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

/** Cells of the bar. */
const WIDTH = 24;
/** Redrawing more often than the eye can follow would only slow the build down. */
const REDRAW_MS = 80;

export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const terminal = stream.isTTY;
  let last: Progress['step'] | undefined;
  let drawn = 0;
  return {
    show: (progress) => {
      const { step, done = 0, total } = progress;
      const begins = step !== last;
      last = step;
      if (!terminal) {
        if (begins) stream.write(`${STEPS[step]}${total === undefined ? '' : ` (${String(total)})`}\n`);
        return;
      }
      const now = Date.now();
      if (!begins && now - drawn < REDRAW_MS && done !== total) return;
      drawn = now;
      stream.write(`\r\u001B[2K${progressText(progress)}`);
    },
    end: () => {
      if (terminal) stream.write('\r\u001B[2K');
    },
  };
}

/** `[######----] 1200/5000 rendering pages` */
export function progressText({ step, done = 0, total }: Progress): string {
  if (total === undefined || total === 0) return `[${' '.repeat(WIDTH)}] ${STEPS[step]}`;
  const filled = Math.round((Math.min(done, total) / total) * WIDTH);
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${String(done)}/${String(total)} ${STEPS[step]}`;
}
