/**
 * What the word index needs to know of a shard: a pure function of its records, kept in a file until they change, so that a build
 * reads it instead of the articles.
 */
import type { Word } from '../../arabic/forms.ts';
import { ByteReader, ByteWriter } from '../format/bytes.ts';
import { FACETS, type Facet } from '../format/manifest.ts';
import { ABOUT_TEXT, neighboursOf, usualNumber } from '../format/places.ts';
import { HEADLINE_ZONE, zoneOf } from '../format/postings.ts';
import type { Token } from '../tokens.ts';
import { Growing } from './growing.ts';
import type { ReadRecord } from './read-record.ts';

export interface ShardIndex {
  readonly articles: readonly ShardArticle[];
  /** Every form, in the order in which it was met. */
  readonly forms: readonly string[];
  /** How each form was written when it was met first. */
  readonly spellings: readonly string[];
  /** An entry for each form of each article; all lists of one length. */
  readonly entries: ShardEntries;
}

export interface ShardArticle {
  /** ISO 8601. */
  readonly date: string;
  /** Words of its text. */
  readonly length: number;
  /** Name of its fragment in the shard's bundle. */
  readonly fragment: string;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
}

export interface ShardEntries {
  /** Place in `forms`. */
  readonly form: Int32Array;
  /** Place in `articles`; ascending. */
  readonly article: Int32Array;
  /** How often the form stands in the text, up to 255. */
  readonly text: Uint8Array;
  /** How often it stands in headline and summary, up to 3; and 4 more when it stands in a name. */
  readonly head: Uint8Array;
  readonly zones: Uint16Array;
  /** How many places each entry has in the lists below, where they follow each other; none for the most usual words. */
  readonly held: Uint32Array;
  /** See `Places`. */
  readonly places: Uint32Array;
  readonly neighbours: Uint8Array;
}

/** Added to `head` for a form that stands in a name. */
export const NAMED_BIT = 4;

/** @param fragments names of the records' fragments */
export function indexShard(records: readonly ReadRecord[], fragments: readonly string[]): ShardIndex {
  const places = new Map<string, number>();
  const spellings: string[] = [];
  const [form, article, text, head, zones] = [new Growing(Int32Array), new Growing(Int32Array), new Growing(Uint8Array), new Growing(Uint8Array), new Growing(Uint16Array)];
  const [held, allPlaces, neighbours] = [new Growing(Uint32Array), new Growing(Uint32Array), new Growing(Uint8Array)];
  const articles = records.map((read, number): ShardArticle => {
    const hits = new Map<string, Hit>();
    const found = new FoundPlaces();
    const length = collect(read, hits, found);
    found.inOrder(hits.size, (at, beside) => {
      allPlaces.push(at);
      neighbours.push(beside);
    });
    for (const [word, hit] of hits) {
      let place = places.get(word);
      if (place === undefined) places.set(word, (place = spellings.push(hit.spelling) - 1));
      form.push(place);
      article.push(number);
      text.push(Math.min(255, hit.text));
      head.push(Math.min(3, hit.headline) + (hit.named ? NAMED_BIT : 0));
      zones.push(hit.zones);
      held.push(hit.places);
    }
    return { date: read.record.date, length, fragment: fragments[number] ?? '', facets: read.record.facets };
  });
  return { articles, forms: [...places.keys()], spellings, entries: { form: form.finish(), article: article.finish(), text: text.finish(), head: head.finish(), zones: zones.finish(), held: held.finish(), places: allPlaces.finish(), neighbours: neighbours.finish() } };
}

interface Hit {
  readonly spelling: string;
  text: number;
  headline: number;
  named: boolean;
  zones: number;
  /** Its number among those of the article. */
  readonly number: number;
  places: number;
}

/** The places of all hits of an article, as they are met; a list for each hit would be millions of lists. */
class FoundPlaces {
  readonly #hits: number[] = [];
  readonly #places: number[] = [];
  readonly #neighbours: number[] = [];

  add(hit: Hit, place: number, neighbours: number): void {
    hit.places += 1;
    this.#hits.push(hit.number);
    this.#places.push(place);
    this.#neighbours.push(neighbours);
  }

  /** Hit by hit. @param hits their number */
  inOrder(hits: number, take: (place: number, neighbours: number) => void): void {
    const next = new Uint32Array(hits + 1);
    for (const hit of this.#hits) next[hit + 1] = (next[hit + 1] ?? 0) + 1;
    for (let hit = 0; hit < hits; hit += 1) next[hit + 1] = (next[hit + 1] ?? 0) + (next[hit] ?? 0);
    const order = new Uint32Array(this.#hits.length);
    for (let at = 0; at < this.#hits.length; at += 1) {
      const hit = this.#hits[at] ?? 0;
      const to = next[hit] ?? 0;
      order[to] = at;
      next[hit] = to + 1;
    }
    for (const at of order) take(this.#places[at] ?? 0, this.#neighbours[at] ?? 0);
  }
}

/** @returns number of words in the text */
function collect({ title, summary, text, names }: ReadRecord, hits: Map<string, Hit>, places: FoundPlaces): number {
  let start = 0;
  const readField = (tokens: readonly Token[], note: (hit: Hit, words: number) => void): number => {
    let words = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined) continue;
      for (const word of token.words) {
        const hit = hitOf(word, hits);
        note(hit, words);
        if (token.usual === 0 || usualNumber(word.form) === 0) places.add(hit, start + at, neighboursAt(tokens, at));
      }
      if (token.words.length > 0) words += 1;
    }
    start += tokens.length + 1;
    return words;
  };
  const length = readField(text, (hit, words) => {
    hit.text += 1;
    hit.zones |= 1 << zoneOf(words);
  });
  start = Math.max(ABOUT_TEXT, start);
  for (const field of [title, summary]) {
    readField(field, (hit) => {
      hit.headline += 1;
      hit.zones |= 1 << HEADLINE_ZONE;
    });
  }
  readField(names, (hit) => {
    hit.named = true;
    hit.zones |= 1 << HEADLINE_ZONE;
  });
  return length;
}

function hitOf({ form, spelling }: Word, hits: Map<string, Hit>): Hit {
  const known = hits.get(form);
  if (known !== undefined) return known;
  const hit: Hit = { spelling, text: 0, headline: 0, named: false, zones: 0, number: hits.size, places: 0 };
  hits.set(form, hit);
  return hit;
}

function neighboursAt(tokens: readonly Token[], at: number): number {
  return neighboursOf(tokens[at - 1]?.usual ?? 0, tokens[at + 1]?.usual ?? 0);
}

export function writeShardIndex({ articles, forms, spellings, entries }: ShardIndex): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(articles.length);
  for (const { date, length, fragment, facets } of articles) {
    writer.text(date);
    writer.varint(length);
    writer.text(fragment);
    for (const facet of FACETS) {
      writer.varint(facets[facet].length);
      for (const value of facets[facet]) writer.text(value);
    }
  }
  writer.varint(forms.length);
  for (const [place, form] of forms.entries()) {
    writer.text(form);
    writer.text(spellings[place] === form ? '' : (spellings[place] ?? ''));
  }
  writer.varint(entries.form.length);
  for (let at = 0; at < entries.form.length; at += 1) {
    writer.varint(entries.form[at] ?? 0);
    writer.varint((entries.article[at] ?? 0) - (entries.article[at - 1] ?? 0));
    writer.byte(entries.text[at] ?? 0);
    writer.byte(entries.head[at] ?? 0);
    writer.varint(entries.zones[at] ?? 0);
    writer.varint(entries.held[at] ?? 0);
  }
  writer.varint(entries.places.length);
  for (const place of entries.places) writer.varint(place);
  writer.bytes(entries.neighbours);
  return writer.finish();
}

export function readShardIndex(bytes: Uint8Array): ShardIndex {
  const reader = new ByteReader(bytes);
  const articles = Array.from({ length: reader.varint() }, (): ShardArticle => {
    const [date, length, fragment] = [reader.text(), reader.varint(), reader.text()];
    const [section = [], source = [], tag = [], author = []] = FACETS.map(() => Array.from({ length: reader.varint() }, () => reader.text()));
    return { date, length, fragment, facets: { section, source, tag, author } };
  });
  const words = Array.from({ length: reader.varint() }, () => {
    const form = reader.text();
    const spelling = reader.text();
    return { form, spelling: spelling === '' ? form : spelling };
  });
  const length = reader.varint();
  const entries = { form: new Int32Array(length), article: new Int32Array(length), text: new Uint8Array(length), head: new Uint8Array(length), zones: new Uint16Array(length), held: new Uint32Array(length) };
  let article = 0;
  for (let at = 0; at < length; at += 1) {
    entries.form[at] = reader.varint();
    article += reader.varint();
    entries.article[at] = article;
    entries.text[at] = reader.byte();
    entries.head[at] = reader.byte();
    entries.zones[at] = reader.varint();
    entries.held[at] = reader.varint();
  }
  const places = new Uint32Array(reader.varint());
  for (let at = 0; at < places.length; at += 1) places[at] = reader.varint();
  const neighbours = reader.bytes(places.length);
  return { articles, forms: words.map(({ form }) => form), spellings: words.map(({ spelling }) => spelling), entries: { ...entries, places, neighbours } };
}
