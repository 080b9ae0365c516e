/**
 * The files of a segment's places. They are a third of what it takes to write the word index and need nothing of the rest, so those of a
 * large segment are written in a thread of their own.
 */
import { Worker } from 'node:worker_threads';
import { ByteWriter } from '../format/bytes.ts';
import type { ChunkList } from '../format/chunks.ts';
import { usualNumber, writePlaces } from '../format/places.ts';
import type { SegmentForms } from './number-forms.ts';
import { FileWriter, writeChunks } from './write-files.ts';

/** The places of all forms of a segment, form by form, in lists that a thread can be given. */
export interface SegmentPlaces {
  /** Those that have places, in order. */
  readonly forms: readonly string[];
  /** Of each of them, its number in `starts` and `placeStarts`. */
  readonly numbers: Uint32Array;
  /** Where the articles of each form begin in `held`; one more than forms. */
  readonly starts: Uint32Array;
  /** How many places each article of each form has. */
  readonly held: Uint32Array;
  /** Where the places of each form begin in the lists below. */
  readonly placeStarts: Uint32Array;
  readonly places: Uint32Array;
  readonly neighbours: Uint8Array;
}

/** What a thread is given. */
export interface PlaceTask {
  readonly segment: SegmentPlaces;
  readonly size: number;
  readonly folder: string;
  readonly there: ReadonlySet<string>;
}

/** What it answers. */
export interface PlaceAnswer {
  readonly list: ChunkList;
  readonly sizes: ReadonlyMap<string, number>;
}

/** So many places take longer to write than a thread takes to begin. */
const LARGE = 1_000_000;

/** Those that have places. */
export function orderForms({ forms, sorted }: SegmentForms): Pick<SegmentPlaces, 'forms' | 'numbers'> {
  const numbers = sorted.filter((number) => usualNumber(forms[number] ?? '') === 0);
  return { forms: Array.from(numbers, (number) => forms[number] ?? ''), numbers };
}

/** Writes the files; the lists must not be used after, since a thread may have taken them. @param size bytes of a file before compression */
export async function writePlaceFiles(segment: SegmentPlaces, size: number, files: FileWriter): Promise<ChunkList> {
  if (segment.places.length < LARGE) return writeForms(segment, size, files);
  const { list, sizes } = await askThread({ segment, size, ...files.place });
  files.adopt(sizes);
  return list;
}

/** Writes the files of a task, with a writer of its own. */
export function performTask({ segment, size, folder, there }: PlaceTask): PlaceAnswer {
  const files = new FileWriter(folder, there);
  const list = writeForms(segment, size, files);
  return { list, sizes: files.sizes };
}

function askThread(task: PlaceTask): Promise<PlaceAnswer> {
  const { numbers, starts, held, placeStarts, places, neighbours } = task.segment;
  const taken = [numbers, held, placeStarts, places, neighbours].map(({ buffer }) => buffer as ArrayBuffer);
  // The words are told by the same starts.
  const segment = { ...task.segment, starts: starts.slice() };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./write-places-thread.mjs', import.meta.url), { workerData: { ...task, segment }, transferList: taken });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`The thread that writes places ended with ${String(code)}`));
    });
  });
}

function writeForms({ forms, numbers, starts, held, placeStarts, places, neighbours }: SegmentPlaces, size: number, files: FileWriter): ChunkList {
  const body = new ByteWriter();
  return writeChunks(files, forms.keys(), size, (at) => forms[at] ?? '', (writer, at) => {
    const number = numbers[at] ?? 0;
    const [first, end] = [placeStarts[number], placeStarts[number + 1]];
    writer.text(forms[at] ?? '');
    body.clear();
    writePlaces(body, { starts: sumsOf(held.subarray(starts[number], starts[number + 1])), places: places.subarray(first, end), neighbours: neighbours.subarray(first, end) });
    writer.varint(body.length);
    writer.append(body);
  });
}

/** Where each of some runs begins, and where the last ends. */
export function sumsOf(lengths: ArrayLike<number>): Uint32Array {
  const sums = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (lengths[at] ?? 0);
  return sums;
}
