/**
 * Digests of articles as numbers: a key of a year or a topic is made of those of all its articles, and texts for each of them would cost a
 * daily build of a large archive a second.
 */
import type { ArticleId } from '../article/article.ts';
import { digestOf, type Digest } from './digest.ts';

/** 128 bits. */
const LANES = 4;
const LENGTH = LANES * Uint32Array.BYTES_PER_ELEMENT;

/** So few digests are a shorter key as they are. */
const FEW = 8;

/** The place of an article that there is not. */
const NOWHERE = -1;

type Identified = { readonly id: ArticleId } | undefined;

/** Keeps a digest for each article, and takes in more that it depends on. */
export class ArticleDigests {
  readonly #places: ReadonlyMap<string, number>;
  readonly #lanes: Uint32Array;
  readonly #lists = new WeakMap<readonly Identified[], Int32Array>();

  /** @param files a digest of each article's file */
  constructor(files: ReadonlyMap<ArticleId, Digest>) {
    this.#places = new Map([...files.keys()].map((id, place) => [id, place]));
    const bytes = Buffer.alloc(files.size * LENGTH);
    let at = 0;
    for (const digest of files.values()) at += Math.max(bytes.write(digest, at, LENGTH, 'base64url'), LENGTH);
    this.#lanes = new Uint32Array(bytes.buffer, bytes.byteOffset, files.size * LANES);
  }

  /** Makes the digests of articles depend on one more fact. The order of facts counts. */
  add(articles: readonly Identified[], fact: string): void {
    const lanes = digestLanes(fact);
    for (const place of this.#placesOf(articles)) {
      if (place === NOWHERE) continue;
      for (let lane = 0; lane < LANES; lane += 1) {
        const at = place * LANES + lane;
        this.#lanes[at] = Math.imul(this.#lanes[at] ?? 0, WEIGHT) + (lanes[lane] ?? 0);
      }
    }
  }

  /** One digest for a list of articles, in which there may be gaps. */
  of(articles: readonly Identified[]): Digest {
    const all = new Uint32Array(articles.length * LANES);
    this.#placesOf(articles).forEach((place, index) => {
      if (place === NOWHERE) return;
      for (let lane = 0; lane < LANES; lane += 1) all[index * LANES + lane] = this.#lanes[place * LANES + lane] ?? 0;
    });
    return articles.length <= FEW ? Buffer.from(all.buffer).toString('base64url') : digestOf(new Uint8Array(all.buffer));
  }

  /** Looked up once for a topic, of which facts are taken in and a digest is made. */
  #placesOf(articles: readonly Identified[]): Int32Array {
    const known = this.#lists.get(articles);
    if (known !== undefined) return known;
    const places = Int32Array.from(articles, (article) => (article && this.#places.get(article.id)) ?? NOWHERE);
    if (articles.length > FEW) this.#lists.set(articles, places);
    return places;
  }
}

/** Odd, so that nothing of what was there is lost: two sums of pieces of SHA-256 meet no sooner than the pieces do. */
const WEIGHT = 0x01000193;

function digestLanes(fact: string): Uint32Array {
  const bytes = new Uint8Array(Buffer.from(digestOf(fact), 'base64url'));
  return new Uint32Array(bytes.buffer, 0, LANES);
}
