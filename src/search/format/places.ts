/**
 * Where in each article a form stands: kept apart from the word index, since only exact words need it. The most usual words
 * have no list of their own, which would be the longest; each place of another word knows which of them stand beside it.
 */
import { USUAL_WORDS } from '../../arabic/usual-words.ts';
import { normalForm } from '../../arabic/words.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** By normal form: the number of a word is its place in the list and 1. At most 14, so that two numbers share a byte. */
const NUMBERS: ReadonlyMap<string, number> = new Map(USUAL_WORDS.map((word, at) => [normalForm(word), at + 1]));

const BASE = 16;

/**
 * Where headline, summary and names begin in the places of an article: behind any text, so that a place tells whether it is of the text.
 * What a text has beyond a million tokens is taken for the headline’s, and not counted as an occurrence.
 */
export const ABOUT_TEXT = 2 ** 20;

/** Number of a most usual word; 0 for any other. */
export function usualNumber(form: string): number {
  return NUMBERS.get(form) ?? 0;
}

/** @param before number of the usual word in the token before, @param after in the token behind; 0 where there is none */
export function neighboursOf(before: number, after: number): number {
  return before * BASE + after;
}

export function usualBefore(neighbours: number): number {
  return Math.floor(neighbours / BASE);
}

export function usualAfter(neighbours: number): number {
  return neighbours % BASE;
}

/** The places of one form in the articles that hold it, in their order. */
export interface Places {
  /** Where the places of each article begin in `places`; one more than articles. */
  readonly starts: Uint32Array;
  /** Numbers of tokens, ascending within an article: those of the text, and from `ABOUT_TEXT` on those of headline, summary and names, a token apart. */
  readonly places: Uint32Array;
  /** See `neighboursOf`; one for each place. */
  readonly neighbours: Uint8Array;
}

/** Counts, places and neighbours each by themselves: so they compress best. */
export function writePlaces(writer: ByteWriter, { starts, places, neighbours }: Places): void {
  const articles = starts.length - 1;
  writer.varint(articles);
  for (let article = 0; article < articles; article += 1) writer.varint((starts[article + 1] ?? 0) - (starts[article] ?? 0));
  for (let article = 0; article < articles; article += 1) {
    let last = -1;
    for (const place of places.subarray(starts[article], starts[article + 1])) {
      writer.varint(place - last - 1);
      last = place;
    }
  }
  writer.bytes(neighbours);
}

export function readPlaces(reader: ByteReader): Places {
  const articles = reader.varint();
  const starts = new Uint32Array(articles + 1);
  for (let article = 0; article < articles; article += 1) starts[article + 1] = (starts[article] ?? 0) + reader.varint();
  const places = new Uint32Array(starts[articles] ?? 0);
  for (let article = 0; article < articles; article += 1) {
    let last = -1;
    for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at += 1) places[at] = last += reader.varint() + 1;
  }
  return { starts, places, neighbours: reader.bytes(places.length) };
}
