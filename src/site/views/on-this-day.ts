/** «في مثل هذا اليوم»: for each day of the year, in either calendar, what was published on it in any year. */
import { shapeDigits } from '../../arabic/digits.ts';
import { nouns } from '../../arabic/plural.ts';
import type { Article } from '../../article/article.ts';
import { groupBy, periodDay, type Archive, type Period } from '../../archive/archive.ts';
import { pad2, type Day } from '../../calendar/day.ts';
import { toHijri } from '../../calendar/hijri.ts';
import { ANNIVERSARIES, type Anniversary } from '../anniversary.ts';
import type { DateText } from '../date-text.ts';
import type { Site } from '../site.ts';
import { anniversaryPath, dayPath, paths } from '../urls.ts';
import { buildCard, datesLink, homeLink, type CardGroup, type Link, type PageFrame } from './common.ts';
import type { Neighbours } from './periods.ts';

export interface OnThisDayView extends PageFrame {
  readonly kind: 'onThisDay';
  /** All days of the year by month. No counts: the page stays as it is. */
  readonly calendars: readonly { readonly heading: string; readonly months: readonly { readonly name: string; readonly days: readonly Link[] }[] }[];
}

export interface AnniversaryView extends PageFrame {
  readonly kind: 'anniversary';
  readonly count: string;
  /** A day a group, newest first. */
  readonly groups: readonly CardGroup[];
  readonly neighbours: Neighbours;
}

export function onThisDayLink({ words }: DateText): Link {
  return { path: paths.onThisDay, text: words.onThisDayText.title };
}

/** Headlines of one year's day; its own page has the rest. */
const FEW = 5;

/** The articles of a day that its place in the year shows. */
export function shownOfDay(articles: readonly Article[]): readonly Article[] {
  return articles.length <= FEW + 1 ? articles : articles.slice(0, FEW);
}

export function buildOnThisDayView({ text }: Site): OnThisDayView {
  const { onThisDayText, siteText } = text.words;
  const months = (calendar: Anniversary['calendar']) =>
    Array.from({ length: 12 }, (_, month) => ({
      name: monthName(text, calendar, month + 1),
      days: ANNIVERSARIES.filter((day) => day.calendar === calendar && day.month === month + 1).map((day) => ({ path: anniversaryPath(day), text: text.number(day.day) })),
    }));
  return {
    kind: 'onThisDay',
    path: paths.onThisDay,
    heading: onThisDayText.title,
    title: onThisDayText.title,
    description: onThisDayText.lead,
    crumbs: [homeLink(text), datesLink(text)],
    indexed: true,
    feeds: undefined,
    area: 'dates',
    calendars: [
      { heading: onThisDayText.gregorian, months: months('gregorian') },
      { heading: siteText.hijriDates, months: months('hijri') },
    ],
  };
}

export function buildAnniversaryView(site: Site, key: string): AnniversaryView | undefined {
  const { onThisDayText, sentence } = site.text.words;
  const { text } = site;
  const at = ANNIVERSARIES.findIndex((day) => day.key === key);
  const own = ANNIVERSARIES[at];
  if (own === undefined) return undefined;
  const periods = anniversariesOf(site.archive).get(key) ?? [];
  const count = text.count(periods.reduce((sum, { articles }) => sum + articles.length, 0), nouns.article);
  const name = anniversaryName(text, own);
  const title = sentence.labelled(onThisDayText.title, name);
  const link = (step: number): Link | undefined => {
    const other = ANNIVERSARIES[at + step];
    return other?.calendar === own.calendar ? { path: anniversaryPath(other), text: anniversaryName(text, other) } : undefined;
  };
  return {
    kind: 'anniversary',
    path: anniversaryPath(own),
    heading: title,
    title,
    description: sentence.counted(title, count),
    crumbs: [homeLink(text), datesLink(text), onThisDayLink(text)],
    indexed: periods.length > 0,
    feeds: undefined,
    area: 'dates',
    count,
    groups: periods.flatMap((period) => groupOf(site, period)),
    neighbours: { earlier: link(-1), later: link(1) },
  };
}

function groupOf(site: Site, period: Period): readonly CardGroup[] {
  const { sentence } = site.text.words;
  const day = periodDay(period);
  if (day === undefined) return [];
  const { text } = site;
  const path = dayPath(day);
  const shown = shownOfDay(period.articles);
  return [{
    heading: text.weekday(day),
    note: text.hijriDay(day),
    path,
    cards: shown.map((article) => buildCard(site, article, 'headline')),
    more: shown.length === period.articles.length ? undefined : { path, text: sentence.wholeDay(text.count(period.articles.length, nouns.article)) },
  }];
}

/** `4 مايو` or `22 رمضان` */
function anniversaryName(text: DateText, { calendar, month, day }: Anniversary): string {
  return `${shapeDigits(String(day), text.style.digits)} ${monthName(text, calendar, month)}`;
}

function monthName(text: DateText, calendar: Anniversary['calendar'], month: number): string {
  return calendar === 'hijri' ? text.hijriMonthName(month) : text.monthName(month);
}

const indexes = new WeakMap<Archive, ReadonlyMap<string, readonly Period[]>>();

/** The days of the archive by their place in the year, in both calendars. */
export function anniversariesOf(archive: Archive): ReadonlyMap<string, readonly Period[]> {
  const known = indexes.get(archive);
  if (known !== undefined) return known;
  const keyed = (keyOf: (day: Day) => string) => groupBy(archive.days, (period) => {
    const day = periodDay(period);
    return day === undefined ? undefined : keyOf(day);
  });
  const index = new Map([
    ...keyed(({ month, day }) => `${pad2(month)}-${pad2(day)}`),
    ...keyed((day) => {
      const hijri = toHijri(day);
      return `h${pad2(hijri.month)}-${pad2(hijri.day)}`;
    }),
  ]);
  indexes.set(archive, index);
  return index;
}
