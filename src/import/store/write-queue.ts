/** Article files and their lines in the ledger, written piece by piece. */
import type { ArticleWriter } from './article-writer.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

export interface WriteQueue {
  /** @param old the file that this one takes the place of */
  readonly write: (file: string, text: string, old: string | undefined) => void;
  readonly remember: (entry: LedgerEntry) => void;
  /** Waits where so much is under way that a piece is full. */
  readonly breathe: () => Promise<void>;
  readonly settle: () => Promise<void>;
}

/** Articles of one piece. */
const PIECE = 128;

/** @param writer nothing in a dry run */
export function createWriteQueue(ledger: Ledger, writer: ArticleWriter | undefined): WriteQueue {
  let pending: Promise<void>[] = [];
  let entries: LedgerEntry[] = [];
  // Files come before their lines in the ledger: a line without its file would be a lie.
  const settle = async (): Promise<void> => {
    await Promise.all(pending);
    pending = [];
    for (const entry of entries) ledger.put(entry);
    entries = [];
    await ledger.flush();
  };
  return {
    write: (file, text, old) => {
      if (writer === undefined) return;
      const work = writer.write(file, text).then(() => (old === undefined ? undefined : writer.remove(old)));
      // Seen by `settle`; without this a failure before it would end the process unexplained.
      work.catch(() => undefined);
      pending.push(work);
    },
    remember: (entry) => {
      entries.push(entry);
    },
    breathe: async () => {
      if (entries.length >= PIECE) await settle();
    },
    settle,
  };
}
