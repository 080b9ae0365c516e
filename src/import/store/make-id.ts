/** Permanent ids, made of where an article comes from: the same source always gives the same id. */
import { createHash } from 'node:crypto';
import { identityForm } from '../../arabic/normalize.ts';
import type { ForeignArticle } from '../foreign-article.ts';

/** Crockford's base 32 in lower case, as `npm run new` uses it. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/**
 * What an article is known by from one import to the next: its address, else its id within its source, else its words.
 * @param source the newspaper or file that ids are unique in
 */
export function identityOf(article: Pick<ForeignArticle, 'address' | 'foreignId'>, source: string, words: string): string {
  const address = article.address === undefined ? undefined : normalAddress(article.address);
  if (address !== undefined) return `url ${address}`;
  if (article.foreignId !== undefined && article.foreignId.trim() !== '') {
    const id = normalAddress(article.foreignId);
    return id === undefined ? `id ${identityForm(source)} ${article.foreignId.trim()}` : `url ${id}`;
  }
  return `text ${digest(identityForm(words)).toString('hex')}`;
}

/** One address in several spellings: with and without `www.`, with a fragment, with marks of campaigns. */
export function normalAddress(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (/^(?:utm_|fbclid$|gclid$|ref$|feature$)/u.test(name)) url.searchParams.delete(name);
  return `${url.host.replace(/^www\./u, '')}${url.pathname.replace(/\/+$/u, '') || '/'}${url.search}`;
}

/** Ten letters and digits, the first a letter; another try for an id that is taken. */
export function makeId(identity: string, attempt = 0): string {
  const bytes = digest(attempt === 0 ? identity : `${identity} ${String(attempt)}`);
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte & 31] ?? '').join('');
  return /^\d/u.test(letters) ? `${ALPHABET[10 + ((bytes[LENGTH] ?? 0) % 22)] ?? 'a'}${letters.slice(1)}` : letters;
}

/** A short name of anything, for comparing. */
export function shortDigest(text: string): string {
  return digest(text).toString('base64url').slice(0, 16);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
