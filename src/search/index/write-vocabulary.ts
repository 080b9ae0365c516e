/** The vocabulary of the whole archive: the sorted forms of its segments, merged. */
import type { ChunkList } from '../format/chunks.ts';
import { stepOf, writeVocabularyEntry, type VocabularyEntry } from '../format/vocabulary.ts';
import type { SegmentFacts } from './segment-facts.ts';
import { writeChunks, type FileWriter } from './write-files.ts';

/** Bytes of a file before compression. */
const VOCABULARY_SIZE = 12_000;

export interface SegmentWords {
  readonly facts: SegmentFacts;
  /** Of each of its forms. */
  readonly classes: readonly (readonly string[])[];
}

/** @param segments oldest first */
export function writeVocabularyFiles(segments: readonly SegmentWords[], files: FileWriter): ChunkList {
  return writeChunks(files, mergeForms(segments), VOCABULARY_SIZE, ({ form }) => form, (writer, entry, before) => {
    writeVocabularyEntry(writer, entry, before?.form ?? '');
  });
}

function* mergeForms(segments: readonly SegmentWords[]): Generator<VocabularyEntry> {
  const next = segments.map(() => 0);
  for (;;) {
    let form: string | undefined;
    for (const [at, { facts }] of segments.entries()) {
      const own = facts.forms[next[at] ?? 0];
      if (own !== undefined && (form === undefined || own < form)) form = own;
    }
    if (form === undefined) return;
    let holders = 0;
    let first: { readonly spelling: string; readonly classes: readonly string[] } | undefined;
    for (const [at, { facts, classes }] of segments.entries()) {
      const place = next[at] ?? 0;
      if (facts.forms[place] !== form) continue;
      holders += facts.holders[place] ?? 0;
      first ??= { spelling: facts.spellings[place] ?? form, classes: classes[place] ?? [] };
      next[at] = place + 1;
    }
    yield { form, step: stepOf(holders), spelling: first?.spelling ?? form, classes: first?.classes ?? [] };
  }
}
