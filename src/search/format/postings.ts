/**
 * One class of the word index: its forms, and for each form the articles that hold it. A class is read whole; its forms keep
 * apart what was written, so that exact words can be told from others of their class.
 */
import type { ByteReader, ByteWriter } from './bytes.ts';

/** The articles of one form, by their place in the segment; all lists of one length. */
export interface Postings {
  /** Ascending. */
  readonly articles: Int32Array;
  /** See `weightOf`. */
  readonly weights: Uint8Array;
  /** See `zoneOf`. */
  readonly zones: Uint16Array;
}

export interface FormPostings extends Postings {
  readonly form: string;
  /** A byte that forms of one stem share. */
  readonly stem: number;
}

/** Steps of the scale on which a word's frequency in a text is kept; each step is 1.4 times the one before. */
const STEPS = 32;
const LEAST = 0.06;
const RATIO = 1.26;
const LOG_RATIO = Math.log(RATIO);

/**
 * A byte for what a form does in an article.
 * @param frequency how often it stands in the text, divided by the text's length in average texts
 * @param headline how often it stands in headline, kicker, subtitle or summary
 * @param named whether it stands in a name or tag of the article
 */
export function weightOf(frequency: number, headline: number, named: boolean): number {
  const step = frequency <= 0 ? 0 : Math.min(STEPS - 1, Math.max(1, 1 + Math.round(Math.log(frequency / LEAST) / LOG_RATIO)));
  return step | (Math.min(headline, 3) << 5) | (named ? 0x80 : 0);
}

/** Frequency of each step. */
const FREQUENCIES = Float64Array.from({ length: STEPS }, (_, step) => (step === 0 ? 0 : LEAST * RATIO ** (step - 1)));

export function frequencyOf(weight: number): number {
  return FREQUENCIES[weight & 31] ?? 0;
}

export function headlineOf(weight: number): number {
  return (weight >> 5) & 3;
}

export function isNamed(weight: number): boolean {
  return weight >= 0x80;
}

/** Words of the text that share a zone. */
export const ZONE_LENGTH = 16;

/** The zone of the words of headline, summary and names; those of the text go round the others. */
export const HEADLINE_ZONE = 0;

/** With the headline's, a mask has 15 bits: two bytes with a mark in the first. */
const TEXT_ZONES = 14;

/** Zone of the word at a place in the text. An article keeps for each form one bit a zone. */
export function zoneOf(place: number): number {
  return 1 + (Math.floor(place / ZONE_LENGTH) % TEXT_ZONES);
}

/** The zones of a mask and those next to them. */
export function nearZones(mask: number): number {
  const text = mask & 0x7ffe;
  const after = ((text << 1) & 0x7ffe) | (text & 0x4000 ? 2 : 0);
  const before = ((text >> 1) & 0x7ffe) | (text & 2 ? 0x4000 : 0);
  return mask | after | before;
}

export function writeForms(writer: ByteWriter, forms: readonly FormPostings[]): void {
  writer.varint(forms.length);
  for (const { form, stem, articles, weights, zones } of forms) {
    writer.text(form);
    writer.byte(stem);
    writer.varint(articles.length);
    let last = -1;
    for (const article of articles) {
      writer.varint(article - last - 1);
      last = article;
    }
    writer.bytes(weights);
    for (const mask of zones) writeZones(writer, mask);
  }
}

export function readForms(reader: ByteReader): readonly FormPostings[] {
  return Array.from({ length: reader.varint() }, () => {
    const form = reader.text();
    const stem = reader.byte();
    const length = reader.varint();
    const articles = new Int32Array(length);
    let last = -1;
    for (let at = 0; at < length; at += 1) {
      last += reader.varint() + 1;
      articles[at] = last;
    }
    const weights = reader.bytes(length);
    const zones = new Uint16Array(length);
    for (let at = 0; at < length; at += 1) zones[at] = readZones(reader);
    return { form, stem, articles, weights, zones };
  });
}

/** Most forms stand in one zone of an article: its number takes a byte; the mask of several takes two. */
function writeZones(writer: ByteWriter, mask: number): void {
  if (mask !== 0 && (mask & (mask - 1)) === 0) writer.byte(31 - Math.clz32(mask));
  else {
    writer.byte(0x80 | (mask >> 8));
    writer.byte(mask & 0xff);
  }
}

function readZones(reader: ByteReader): number {
  const first = reader.byte();
  return first < 0x80 ? 1 << first : ((first & 0x7f) << 8) | reader.byte();
}
