/** Lists of articles cut into days or months, short enough to read. */
import { nouns } from '../../arabic/plural.ts';
import type { Article } from '../../article/article.ts';
import { groupBy } from '../../archive/archive.ts';
import { dayOf } from '../../calendar/archive-date.ts';
import { isoDay, pad2, pad4 } from '../../calendar/day.ts';
import type { Site } from '../site.ts';
import { dayPath, monthPath } from '../urls.ts';
import { buildCard, type CardDetail, type CardGroup } from './common.ts';

/** Up to this many articles a list shows all of them; a longer one shows the first few of each group. */
export const FULL_LIST = 150;
const FEW = 4;

/** Groups by day, in the order given; articles without a day come last. */
export function groupByDay(site: Site, articles: readonly Article[], detail: CardDetail): readonly CardGroup[] {
  const { periodText, sentence } = site.text.words;
  const keyOf = ({ date }: Article): string => {
    const day = dayOf(date);
    return day === undefined ? '' : isoDay(day);
  };
  const groups = [...groupBy(articles, keyOf)].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  const all = articles.length <= FULL_LIST;
  return groups.map(([key, group]) => {
    const first = group[0];
    const day = first === undefined ? undefined : dayOf(first.date);
    const path = day && dayPath(day);
    const rest = group.length - FEW;
    const shown = all || path === undefined || rest <= 1 ? group : group.slice(0, FEW);
    return {
      heading: day === undefined || key === '' ? periodText.noDay : site.text.weekday(day),
      note: day && site.text.hijriDay(day),
      path,
      cards: shown.map((article) => buildCard(site, article, all ? detail : 'headline')),
      more: path !== undefined && shown.length < group.length ? { path, text: sentence.wholeDay(site.text.count(group.length, nouns.article)) } : undefined,
    };
  });
}

/** Groups by month, newest first; articles without a month come last. All are shown. */
export function groupByMonth(site: Site, articles: readonly Article[], detail: CardDetail): readonly CardGroup[] {
  const { periodText } = site.text.words;
  const keyOf = ({ date }: Article): string => (date.month === undefined ? '' : `${pad4(date.year)}-${pad2(date.month)}`);
  return [...groupBy(articles, keyOf)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, group]) => {
      const [year = 0, month] = key.split('-').map(Number);
      return {
        ...(month === undefined ? {} : { id: `m${key}` }),
        heading: month === undefined ? periodText.noMonth : site.text.month(year, month),
        note: site.text.count(group.length, nouns.article),
        path: month === undefined ? undefined : monthPath(year, month),
        cards: group.map((article) => buildCard(site, article, detail)),
        more: undefined,
      };
    });
}
