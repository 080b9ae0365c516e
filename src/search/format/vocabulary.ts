/** The vocabulary of an archive: every form, how usual it is, and the classes it belongs to. */
import type { ByteReader, ByteWriter } from './bytes.ts';

export interface VocabularyEntry {
  readonly form: string;
  /** About how many articles hold it: a step of a scale, so that one article more seldom changes the file. */
  readonly step: number;
  readonly classes: readonly string[];
  /** How it is written; the form itself lacks what searching does not tell apart. */
  readonly spelling: string;
}

/** Articles → step; each step is about a third more. */
export function stepOf(articles: number): number {
  return Math.max(1, Math.round(Math.log(Math.max(1, articles)) / Math.log(4 / 3)) + 1);
}

/** Step → articles, about. */
export function articlesOf(step: number): number {
  return step === 0 ? 0 : Math.max(1, Math.round((4 / 3) ** (step - 1)));
}

/** @param before the form before it in the same file, with which it shares its first letters; empty at the beginning */
export function writeVocabularyEntry(writer: ByteWriter, { form, step, classes, spelling }: VocabularyEntry, before: string): void {
  const shared = sharedLength(before, form);
  writer.varint(shared);
  writer.text(form.slice(shared));
  writer.varint(step);
  writer.text(spelling === form ? '' : spelling);
  writeClasses(writer, form, classes);
}

export function readVocabulary(reader: ByteReader): readonly VocabularyEntry[] {
  const entries: VocabularyEntry[] = [];
  let before = '';
  while (!reader.done) {
    const form = before.slice(0, reader.varint()) + reader.text();
    before = form;
    const step = reader.varint();
    const spelling = reader.text();
    entries.push({ form, step, spelling: spelling === '' ? form : spelling, classes: readClasses(reader, form) });
  }
  return entries;
}

/** Most classes are the form without some letters at its ends: where it begins and how long it is says all. */
function writeClasses(writer: ByteWriter, form: string, classes: readonly string[]): void {
  const [only = ''] = classes;
  const at = classes.length === 1 ? form.indexOf(only) : -1;
  if (at >= 0 && at < 15 && only.length < 16 && only.length > 0) {
    writer.byte(0x80 | at);
    writer.byte(only.length);
    return;
  }
  writer.byte(classes.length);
  for (const name of classes) writer.text(name);
}

function readClasses(reader: ByteReader, form: string): readonly string[] {
  const first = reader.byte();
  if (first >= 0x80) return [form.slice(first & 0x7f, (first & 0x7f) + reader.byte())];
  return Array.from({ length: first }, () => reader.text());
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
