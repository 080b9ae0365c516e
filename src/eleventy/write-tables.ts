/** Tables of many articles, which are made piece by piece. */
import type { TablePiece } from '../formats/machine-file.ts';
import type { Output } from '../plan/blocks.ts';
import { piecesOf } from '../plan/work.ts';
import { createTextEncoder } from './encode-text.ts';
import { createPlaceFinder, type Written } from './output-places.ts';
import { TableFile } from './table-file.ts';

export interface TableJob {
  /** Folder that receives the files. */
  readonly folder: string;
  /** Called with each table that was written. */
  readonly onRendered?: (output: Output, written: Written) => void;
}

/**
 * Writes tables. A table of seventy thousand articles is forty megabytes, and twice as much as text, so
 * it is made piece by piece; and tables of the same articles side by side, since what is read of an article is kept for a short time.
 */
export function writeTables(outputs: readonly Output[], { folder, onRendered }: TableJob): void {
  const encode = createTextEncoder();
  const findPlace = createPlaceFinder(folder);
  for (const tables of groupTables(outputs)) {
    const files = tables.map(({ output, pieces }) => ({ output, pieces, file: new TableFile(findPlace(output)) }));
    try {
      const most = Math.max(...files.map(({ pieces }) => pieces.length));
      for (let at = 0; at < most; at += 1) {
        for (const { pieces, file } of files) {
          const piece = pieces[at];
          if (piece !== undefined) file.write(encode(piece.render()));
        }
      }
      for (const { output, file } of files) onRendered?.(output, file.written());
    } finally {
      for (const { file } of files) file.close();
    }
  }
}

interface Table {
  readonly output: Output;
  readonly pieces: readonly TablePiece[];
}

/** Tables that begin with the same articles. */
function groupTables(outputs: readonly Output[]): Iterable<readonly Table[]> {
  const groups = new Map<unknown, Table[]>();
  for (const output of outputs) {
    const pieces = piecesOf(output);
    if (pieces === undefined) continue;
    const group = groups.get(pieces[0]?.articles);
    if (group === undefined) groups.set(pieces[0]?.articles, [{ output, pieces }]);
    else group.push({ output, pieces });
  }
  return groups.values();
}
