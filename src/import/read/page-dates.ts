/** The day that a page prints beside its headline, where it says it to nobody but the reader. */
import { findDates } from '../dates/find-dates.ts';
import type { ForeignDate } from '../foreign-article.ts';

const MOST_LETTERS = 160;
/** Letters beside the date: `نشر في`, who wrote; more is a sentence. */
const MOST_BESIDE = 70;
const MOST_LOOKED_AT = 2000;

/** Not in the head of the site, which names the day of today, nor among the links to other articles. */
export function findPageDates(document: Document): readonly ForeignDate[] {
  const heading = document.querySelector('article h1, main h1, h1');
  const root = heading === null ? document.body : (heading.closest('article, main') ?? heading.parentElement?.parentElement ?? heading.parentElement);
  if (root === null) return [];
  const inArticle = root.nodeName === 'ARTICLE' || root.nodeName === 'MAIN';
  let below = heading === null;
  let looked = 0;
  for (const element of root.querySelectorAll('h1, time, span, small, div, p, li, td, em, i, b, font')) {
    if ((looked += 1) > MOST_LOOKED_AT) break;
    if (element === heading) below = true;
    // What stands above the headline is often the day of today.
    if (!below && !inArticle) continue;
    const text = element.textContent.replace(/\s+/gu, ' ').trim();
    if (text.length > MOST_LETTERS || !/[\d٠-٩]{4}/u.test(text) || element.closest('nav, aside, footer, a') !== null) continue;
    const [date] = findDates(text);
    if (date === undefined || (date.date.precision !== 'day' && date.date.precision !== 'time')) continue;
    if (text.length - date.written.length <= MOST_BESIDE) return [{ text, from: 'page' }];
  }
  return [];
}
