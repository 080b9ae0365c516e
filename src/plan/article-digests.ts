/**
 * Digests of articles as numbers: a key of a year or a topic is made of those of all its articles, and texts for each of them would cost a
 * daily build of a large archive a second.
 */
import type { Article, ArticleId } from '../article/article.ts';
import type { Archive } from '../archive/archive.ts';
import { DIGEST_BYTES, digestOf, type Digest } from './digest.ts';

const LENGTH = DIGEST_BYTES;
const LANES = LENGTH / Uint32Array.BYTES_PER_ELEMENT;

/** So few digests are a shorter key as they are. */
const FEW = 8;

/** The place of an article that there is not. */
const NOWHERE = -1;

/** Keeps a digest for each article, and takes in more that it depends on. Articles are told by their place in the archive; those taken back come behind. */
export class ArticleDigests {
  readonly #positions: ReadonlyMap<ArticleId, number>;
  readonly #lanes: Uint32Array;

  /** @param files a digest of each article's file */
  constructor({ articles, withdrawn, positions }: Pick<Archive, 'articles' | 'withdrawn' | 'positions'>, files: ReadonlyMap<ArticleId, Digest>) {
    this.#positions = withdrawn.length === 0 ? positions : new Map([...positions, ...withdrawn.map(({ id }, at): [ArticleId, number] => [id, articles.length + at])]);
    const bytes = Buffer.alloc((articles.length + withdrawn.length) * LENGTH);
    let at = 0;
    for (const list of [articles, withdrawn]) {
      for (const { id } of list) {
        bytes.write(files.get(id) ?? '', at, LENGTH, 'base64url');
        at += LENGTH;
      }
    }
    this.#lanes = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / Uint32Array.BYTES_PER_ELEMENT);
  }

  /** Makes the digests of the articles at these places depend on one more fact. The order of facts counts. */
  add(positions: Iterable<number>, fact: string): void {
    const lanes = digestLanes(fact);
    for (const position of positions) {
      for (let lane = 0; lane < LANES; lane += 1) {
        const at = position * LANES + lane;
        this.#lanes[at] = Math.imul(this.#lanes[at] ?? 0, WEIGHT) + (lanes[lane] ?? 0);
      }
    }
  }

  /** One digest for a list of articles, in which there may be gaps. */
  of(articles: readonly (Article | undefined)[]): Digest {
    return this.at(articles.map((article) => (article && this.#positions.get(article.id)) ?? NOWHERE));
  }

  /** One digest for the articles at these places. */
  at(positions: readonly number[]): Digest {
    const all = new Uint32Array(positions.length * LANES);
    for (const [index, position] of positions.entries()) {
      if (position === NOWHERE) continue;
      for (let lane = 0; lane < LANES; lane += 1) all[index * LANES + lane] = this.#lanes[position * LANES + lane] ?? 0;
    }
    return positions.length <= FEW ? Buffer.from(all.buffer).toString('base64url') : digestOf(new Uint8Array(all.buffer));
  }

  /** One digest for all articles of the archive from one place to another. */
  between(begin: number, end: number): Digest {
    return digestOf(new Uint8Array(this.#lanes.buffer, this.#lanes.byteOffset + begin * LENGTH, (end - begin) * LENGTH));
  }
}

/** Odd, so that nothing of what was there is lost: two sums of pieces of SHA-256 meet no sooner than the pieces do. */
const WEIGHT = 0x01000193;

function digestLanes(fact: string): Uint32Array {
  const bytes = new Uint8Array(Buffer.from(digestOf(fact), 'base64url'));
  return new Uint32Array(bytes.buffer, 0, LANES);
}
