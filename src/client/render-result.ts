/** A search result as elements. */
import type { ExcerptPiece } from '../search/query/excerpt.ts';
import type { Result } from '../search/query/search.ts';
import { element, isolated } from './elements.ts';
import { bothDates, type ReaderDates } from './reader-dates.ts';
import { writeHits } from './hits-fragment.ts';

/** @param base the site's base, with slashes at both ends. @param dates as the reader wants them, where it is not as the site writes them */
export function renderResult({ url, title, excerpt, meta, forms }: Result, base: string, dates?: ReaderDates): HTMLLIElement {
  const link = element('a', { href: `${base}${url.slice(1)}${writeHits(forms)}` }, ...(title.length === 0 ? isolated(url) : pieces(title)));
  const [, year, month, day] = /^\/(\d{4})\/(\d{2})\/(\d{2})\//u.exec(url) ?? [];
  const shown = dates === undefined || day === undefined ? [meta['date'], meta['hijri']] : bothDates({ year: Number(year), month: Number(month), day: Number(day) }, dates);
  const details = [...shown, meta['section'], meta['source']].filter((value) => value !== undefined);
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
