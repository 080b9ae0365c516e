/** Where a browser keeps pages: names of the stores, which several sites of one host have each for itself, and what stands on kept answers. */

/** The date at which an answer was kept, ISO 8601. */
export const KEPT_AT = 'X-Warraq-Kept';
/** On the answer that leads a search: only what is kept can be searched, and COVERAGE says what that is. */
export const COVERED = 'X-Warraq-Covered';
/** No file of the site: the service worker answers it. Below the folder of the bundles. */
export const COVERAGE = 'coverage.json';
/** On requests that the service worker lets pass: what is to be kept must come from the site. */
export const PASS = 'X-Warraq-Keep';

export interface Stores {
  /** Full address of the home page. */
  readonly base: string;
  /** Pages that were opened. */
  readonly seen: string;
  /** Files that are named after their content, and what is shown in place of a page that is not kept. */
  readonly assets: string;
  /** What the reader chose to keep. */
  readonly kept: string;
  readonly database: string;
}

/** @param base full address of the home page */
export function storesOf(base: string): Stores {
  const { pathname } = new URL(base);
  const name = (store: string): string => `warraq ${pathname} ${store}`;
  return { base, seen: name('seen'), assets: name('assets'), kept: name('kept'), database: name('ledger') };
}

/** The address under which a file is kept: without query and fragment. @param path from the root of the site, in readable form */
export function addressOf({ base }: Pick<Stores, 'base'>, path: string): string {
  return new URL(encodeURI(path.slice(1)).replace(/[?#]/gu, encodeURIComponent), base).href;
}

export function keyOf(address: string): string {
  return address.replace(/[?#].*$/u, '');
}

/** An answer as it is kept: whole, without redirects and without what hosts say of caching. */
export async function keepable(response: Response, now: Date): Promise<Response> {
  return new Response(await response.arrayBuffer(), { headers: { 'Content-Type': response.headers.get('Content-Type') ?? 'application/octet-stream', [KEPT_AT]: now.toISOString() } });
}

/** Names that change with the content. @param path below the base, without a slash before it */
export function isPermanent(path: string): boolean {
  return path.startsWith('assets/') || path.startsWith('pagefind/words/') || /^pagefind\/.*\.pf_(?:index|meta)$/u.test(path);
}
