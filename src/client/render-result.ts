/** A search result as elements. */
import type { ExcerptPiece } from '../search/query/excerpt.ts';
import type { Result } from '../search/query/search.ts';
import { element, isolated } from './elements.ts';
import { writeHits } from './hits-fragment.ts';

/** @param base the site's base, with slashes at both ends */
export function renderResult({ url, title, excerpt, meta, forms }: Result, base: string): HTMLLIElement {
  const link = element('a', { href: `${base}${url.slice(1)}${writeHits(forms)}` }, ...(title.length === 0 ? isolated(url) : pieces(title)));
  const details = [meta['date'], meta['hijri'], meta['section'], meta['source']].filter((value) => value !== undefined);
  return element(
    'li',
    { class: 'card' },
    element('h2', languageOf(title), link),
    element('p', { class: 'summary', ...languageOf(excerpt) }, ...pieces(excerpt)),
    element('p', { class: 'meta' }, ...details.map((value) => element('span', {}, ...isolated(value)))),
  );
}

/** Arabic on a page in another language. The pieces of a text stay in one line of its direction. */
function languageOf(text: readonly ExcerptPiece[]): { readonly lang?: string; readonly dir?: string } {
  return document.documentElement.dir === 'ltr' && text.some((piece) => /\p{Script=Arabic}/u.test(piece.text)) ? { lang: 'ar', dir: 'rtl' } : {};
}

function pieces(all: readonly ExcerptPiece[]): readonly Node[] {
  return all.flatMap(({ text, marked }) => (marked ? [element('mark', {}, ...isolated(text, 'rtl'))] : isolated(text, 'rtl')));
}
