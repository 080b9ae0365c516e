/** Which article of earlier imports an article is, if any, and the id that it has for good. */
import type { ForeignArticle, Remark } from './foreign-article.ts';
import type { Ledger, LedgerEntry } from './store/ledger.ts';
import { identityOf, makeId, shortDigest } from './store/make-id.ts';

export interface Identity {
  /** Digest by which the ledger knows it. */
  readonly key: string;
  readonly id: string;
  readonly known: LedgerEntry | undefined;
  /** The file that holds this article and no other. */
  readonly place: string | undefined;
  readonly remarks: readonly Remark[];
}

/** An article that came before in this import, word for word. */
export interface SeenBefore {
  readonly remarks: readonly Remark[];
}

export type Identifier = (article: ForeignArticle) => Identity | SeenBefore;

/** Two in one import that claim to be the same are one, or are told apart by their words. */
export function createIdentifier(ledger: Ledger): Identifier {
  /** Keys of this import, with the digest of the words. */
  const seen = new Map<string, string>();
  const used = new Set<string>();
  const freshId = (key: string): string => {
    for (let attempt = 0; ; attempt += 1) {
      const id = makeId(key, attempt);
      if (used.has(id) || ledger.byId(id) !== undefined) continue;
      used.add(id);
      return id;
    }
  };
  /** A text file whose words changed is the same article still; one that another article left is not. */
  const knownByPlace = (place: string | undefined): LedgerEntry | undefined => {
    const entry = place === undefined ? undefined : ledger.byPlace(place);
    return entry === undefined || seen.has(entry.key) ? undefined : entry;
  };
  const identify = (key: string, place: string | undefined, remarks: readonly Remark[]): Identity => {
    const known = ledger.get(key) ?? knownByPlace(place);
    return { key: known?.key ?? key, id: known?.id ?? freshId(key), known, place, remarks };
  };
  return (article) => {
    const words = `${article.lines.title ?? ''}\n${article.body.text}`;
    const identity = identityOf(article, article.lines.source ?? article.place.file, words);
    const key = shortDigest(identity);
    const digest = shortDigest(words);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, digest);
      return identify(key, article.place.alone ? article.place.file : undefined, []);
    }
    const own = shortDigest(`${identity} ${digest}`);
    const text = identity.slice(0, 200);
    if (before === digest || seen.has(own)) return { remarks: [{ kind: 'removed', code: 'identity-twice', text }] };
    seen.set(own, digest);
    return identify(own, undefined, [{ kind: 'eye', code: 'same-identity', text }]);
  };
}
