/** A search result as elements. */
import type { ExcerptPiece } from '../search/query/excerpt.ts';
import type { Result } from '../search/query/search.ts';
import { element, isolated } from './elements.ts';
import { bothDates, type ReaderDates } from './reader-dates.ts';
import { writeHits } from './hits-fragment.ts';

/** @param base the site's base, with slashes at both ends. @param dates as the reader wants them, where it is not as the site writes them */
export function renderResult({ url, title, excerpt, meta, forms }: Result, base: string, dates?: ReaderDates): HTMLLIElement {
  const direction = directionOf(title, excerpt);
  const language = direction === (document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl') ? {} : { dir: direction, ...(direction === 'rtl' ? { lang: 'ar' } : {}) };
  const link = element('a', { href: `${base}${url.slice(1)}${writeHits(forms)}` }, ...(title.length === 0 ? isolated(url) : pieces(title, direction)));
  const [, year, month, day] = /^\/(\d{4})\/(\d{2})\/(\d{2})\//u.exec(url) ?? [];
  const shown = dates === undefined || day === undefined ? [meta['date'], meta['hijri']] : bothDates({ year: Number(year), month: Number(month), day: Number(day) }, dates);
  const details = [...shown, meta['section'], meta['source']].filter((value) => value !== undefined);
  return element(
    'li',
    { class: 'card' },
    element('h2', language, link),
    element('p', { class: 'summary', ...language }, ...pieces(excerpt, direction)),
    element('p', { class: 'meta' }, ...details.map((value) => element('span', {}, ...isolated(value)))),
  );
}

/**
 * Direction of an article of which the index says no language: any Arabic in its headline makes it Arabic, whatever the
 * headline begins with. What differs from the page is said; which language of Latin letters it is, nobody knows.
 */
function directionOf(title: readonly ExcerptPiece[], excerpt: readonly ExcerptPiece[]): 'rtl' | 'ltr' {
  const text = [...(title.length === 0 ? excerpt : title)].map((piece) => piece.text).join('');
  return /\p{Script=Arabic}/u.test(text) || !/\p{Alphabetic}/u.test(text) ? 'rtl' : 'ltr';
}

/** The pieces of a text stay in one line of its direction. */
function pieces(all: readonly ExcerptPiece[], direction: 'rtl' | 'ltr'): readonly Node[] {
  return all.flatMap(({ text, marked }) => (marked ? [element('mark', {}, ...isolated(text, direction))] : isolated(text, direction)));
}
