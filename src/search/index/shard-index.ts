/**
 * What the word index needs to know of a shard: a pure function of its records, kept in a file until they change, so that a build
 * reads it instead of the articles.
 */
import { ByteReader, ByteWriter } from '../format/bytes.ts';
import { FACETS, type Facet } from '../format/manifest.ts';
import { ABOUT_TEXT, neighboursOf, usualNumber } from '../format/places.ts';
import { HEADLINE_ZONE, zoneOf } from '../format/postings.ts';
import { Growing } from './growing.ts';
import type { ReadField, ReadRecord, ReadShard } from './read-shard.ts';

export interface ShardIndex {
  readonly articles: readonly ShardArticle[];
  /** Every form, in the order in which it was met; `FORM_END` between two. One text, of which only who needs a form makes a string. */
  readonly forms: string;
  /** How each form was written when it was met first, in the same way; nothing where it was written as the form is. */
  readonly spellings: string;
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
  /** Which of the forms. */
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

/** Stands in no word: a form of compatibility may hold a space, none holds the end of a line. */
export const FORM_END = '\n';

/** Added to `head` for a form that stands in a name. */
export const NAMED_BIT = 4;

/** @param fragments names of the records' fragments */
export function indexShard(shard: ReadShard, fragments: readonly string[]): ShardIndex {
  const { words, records } = shard;
  const hits = new ArticleHits(words.length);
  const collect = createCollector(shard, hits);
  const lists = { form: new Growing(Int32Array), article: new Growing(Int32Array), text: new Growing(Uint8Array), head: new Growing(Uint8Array), zones: new Growing(Uint16Array), held: new Growing(Uint32Array), places: new Growing(Uint32Array), neighbours: new Growing(Uint8Array) };
  const articles = records.map((read, number): ShardArticle => {
    const length = collect(read);
    hits.empty(number, lists);
    return { date: read.record.date, length, fragment: fragments[number] ?? '', facets: read.record.facets };
  });
  const { form, article, text, head, zones, held, places, neighbours } = lists;
  return {
    articles,
    forms: words.map((word) => word.form).join(FORM_END),
    spellings: words.map((word) => (word.spelling === word.form ? '' : word.spelling)).join(FORM_END),
    entries: { form: form.finish(), article: article.finish(), text: text.finish(), head: head.finish(), zones: zones.finish(), held: held.finish(), places: places.finish(), neighbours: neighbours.finish() },
  };
}

type EntryLists = Readonly<Record<keyof ShardEntries, { push(value: number): void }>>;

/** Most places of an article that are taken at first. */
const USUAL_PLACES = 4_096;

/** What is met of each word in one article. Lists by number that are used for all articles: an object for each word of each would be millions. */
class ArticleHits {
  /** Its hit in this article, and 1; 0 where it has none. */
  readonly #hitOf: Uint32Array;
  readonly #words: number[] = [];
  readonly #text: number[] = [];
  readonly #headline: number[] = [];
  readonly #named: number[] = [];
  readonly #zones: number[] = [];
  readonly #held: number[] = [];
  /** Hits, places and neighbours as they are met. */
  #found = new Uint32Array(USUAL_PLACES * 3);
  #length = 0;

  constructor(words: number) {
    this.#hitOf = new Uint32Array(words);
  }

  inHeadline(word: number): void {
    const hit = this.#meet(word);
    this.#headline[hit] = (this.#headline[hit] ?? 0) + 1;
    this.#zones[hit] = (this.#zones[hit] ?? 0) | (1 << HEADLINE_ZONE);
  }

  inNames(word: number): void {
    const hit = this.#meet(word);
    this.#named[hit] = NAMED_BIT;
    this.#zones[hit] = (this.#zones[hit] ?? 0) | (1 << HEADLINE_ZONE);
  }

  /** @param words how many stand before it in the text */
  inText(word: number, words: number): void {
    const hit = this.#meet(word);
    this.#text[hit] = (this.#text[hit] ?? 0) + 1;
    this.#zones[hit] = (this.#zones[hit] ?? 0) | (1 << zoneOf(words));
  }

  /** Of a word that was met. */
  at(word: number, place: number, neighbours: number): void {
    const hit = (this.#hitOf[word] ?? 0) - 1;
    this.#held[hit] = (this.#held[hit] ?? 0) + 1;
    const end = this.#length * 3;
    if (end + 3 > this.#found.length) {
      const larger = new Uint32Array(this.#found.length * 2);
      larger.set(this.#found);
      this.#found = larger;
    }
    this.#found[end] = hit;
    this.#found[end + 1] = place;
    this.#found[end + 2] = neighbours;
    this.#length += 1;
  }

  /** Hands on what was met, word by word, and begins anew. */
  empty(article: number, lists: EntryLists): void {
    for (let hit = 0; hit < this.#words.length; hit += 1) {
      const word = this.#words[hit] ?? 0;
      lists.form.push(word);
      lists.article.push(article);
      lists.text.push(Math.min(255, this.#text[hit] ?? 0));
      lists.head.push(Math.min(3, this.#headline[hit] ?? 0) + (this.#named[hit] ?? 0));
      lists.zones.push(this.#zones[hit] ?? 0);
      lists.held.push(this.#held[hit] ?? 0);
      this.#hitOf[word] = 0;
    }
    this.#handOnPlaces(lists);
    for (const list of [this.#words, this.#text, this.#headline, this.#named, this.#zones, this.#held]) list.length = 0;
    this.#length = 0;
  }

  #handOnPlaces({ places, neighbours }: EntryLists): void {
    const next = new Uint32Array(this.#words.length + 1);
    for (let hit = 0; hit < this.#words.length; hit += 1) next[hit + 1] = (next[hit] ?? 0) + (this.#held[hit] ?? 0);
    const order = new Uint32Array(this.#length);
    for (let at = 0; at < this.#length; at += 1) {
      const hit = this.#found[at * 3] ?? 0;
      const to = next[hit] ?? 0;
      order[to] = at * 3;
      next[hit] = to + 1;
    }
    for (const found of order) {
      places.push(this.#found[found + 1] ?? 0);
      neighbours.push(this.#found[found + 2] ?? 0);
    }
  }

  #meet(word: number): number {
    const known = this.#hitOf[word] ?? 0;
    if (known > 0) return known - 1;
    const hit = this.#words.push(word) - 1;
    for (const list of [this.#text, this.#headline, this.#named, this.#zones, this.#held]) list.push(0);
    this.#hitOf[word] = hit + 1;
    return hit;
  }
}

/** How the words of a field are met. */
type Meeting = 'text' | 'headline' | 'names';

/** Notes all words of an article, of whose shard it knows the tokens. @returns a function from an article to the number of words in its text */
function createCollector({ words, tokens: { starts, words: tokenWords, usual } }: ReadShard, hits: ArticleHits): (record: ReadRecord) => number {
  const isUsual = new Uint8Array(words.length);
  for (let token = 0; token < usual.length; token += 1) {
    if (usual[token] === 0) continue;
    for (const word of tokenWords.subarray(starts[token], starts[token + 1])) if (usualNumber(words[word]?.form ?? '') > 0) isUsual[word] = 1;
  }
  /** @param place of its first token. @returns number of its words */
  const readField = ({ tokens }: ReadField, place: number, meeting: Meeting): number => {
    let before = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] ?? 0;
      const [first, end] = [starts[token] ?? 0, starts[token + 1] ?? 0];
      if (first === end) continue;
      for (let own = first; own < end; own += 1) {
        const word = tokenWords[own] ?? 0;
        if (meeting === 'text') hits.inText(word, before);
        else if (meeting === 'headline') hits.inHeadline(word);
        else hits.inNames(word);
        if (isUsual[word] === 0) hits.at(word, place + at, neighboursOf(at === 0 ? 0 : (usual[tokens[at - 1] ?? 0] ?? 0), at + 1 === tokens.length ? 0 : (usual[tokens[at + 1] ?? 0] ?? 0)));
      }
      before += 1;
    }
    return before;
  };
  return ({ title, summary, text, names }) => {
    const length = readField(text, 0, 'text');
    let place = Math.max(ABOUT_TEXT, text.tokens.length + 1);
    for (const [field, meeting] of [[title, 'headline'], [summary, 'headline'], [names, 'names']] as const) {
      readField(field, place, meeting);
      place += field.tokens.length + 1;
    }
    return length;
  };
}

/** Lists as they stand in memory, since they are read by each build that makes their segment anew. */
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
  writer.text(forms);
  writer.text(spellings);
  for (const name of COLUMNS) {
    const { buffer, byteOffset, byteLength } = entries[name];
    writer.varint(byteLength);
    writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return writer.finish();
}

const COLUMNS = ['form', 'article', 'text', 'head', 'zones', 'held', 'places', 'neighbours'] as const;

export function readShardIndex(bytes: Uint8Array): ShardIndex {
  const reader = new ByteReader(bytes);
  const articles = Array.from({ length: reader.varint() }, (): ShardArticle => {
    const [date, length, fragment] = [reader.text(), reader.varint(), reader.text()];
    const [section = [], source = [], tag = [], author = []] = FACETS.map(() => Array.from({ length: reader.varint() }, () => reader.text()));
    return { date, length, fragment, facets: { section, source, tag, author } };
  });
  const [forms, spellings] = [reader.text(), reader.text()];
  // A copy begins where its numbers may begin.
  const column = (): ArrayBuffer => new Uint8Array(reader.bytes(reader.varint())).buffer;
  const entries = {
    form: new Int32Array(column()),
    article: new Int32Array(column()),
    text: new Uint8Array(column()),
    head: new Uint8Array(column()),
    zones: new Uint16Array(column()),
    held: new Uint32Array(column()),
    places: new Uint32Array(column()),
    neighbours: new Uint8Array(column()),
  };
  return { articles, forms, spellings, entries };
}
