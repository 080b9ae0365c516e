/** Pages of what has changed in the archive: the newest days, and one page for each month that has changes. */
import { nouns } from '../../arabic/plural.ts';
import { buildHistory, type HistoryDay } from '../../archive/history.ts';
import type { ArticleId } from '../../article/article.ts';
import { parseArchiveDate } from '../../calendar/archive-date.ts';
import type { Texts } from '../../languages/language.ts';
import type { DateView } from '../date-text.ts';
import type { Site } from '../site.ts';
import { articlePath, historyFeedPath, historyPath, paths } from '../urls.ts';
import { homeLink, type FeedLinks, type Link, type PageFrame } from './common.ts';
import type { Neighbours } from './periods.ts';
import type { NeighbourLink } from './article.ts';

export interface HistoryItem {
  /** Undefined for an article that is not to be shown any more. */
  readonly link: NeighbourLink | undefined;
  /** What a note says. */
  readonly note: string | undefined;
}

/** Changes of one kind. */
export interface HistoryList {
  readonly id: string;
  /** `إضافات: 12 مقالًا` */
  readonly heading: string;
  readonly hint: string | undefined;
  readonly items: readonly HistoryItem[];
  /** What is left out, in words. */
  readonly more: string | undefined;
}

export interface HistoryDayView {
  readonly date: DateView;
  readonly lists: readonly HistoryList[];
}

export interface HistoryView extends PageFrame {
  readonly kind: 'history';
  readonly note: string;
  readonly days: readonly HistoryDayView[];
  readonly periods: readonly Link[];
}

export interface HistoryPeriodView extends PageFrame {
  readonly kind: 'historyPeriod';
  readonly days: readonly HistoryDayView[];
  readonly neighbours: Neighbours;
}

/** Days on the first page. */
const NEWEST_DAYS = 10;
/** Names in one list: an import of thousands of articles is one line of the history. */
const MOST_NAMES = 20;

const histories = new WeakMap<Site, readonly HistoryDay[]>();

/** All changes, newest first. */
export function historyOf(site: Site): readonly HistoryDay[] {
  const known = histories.get(site) ?? buildHistory(site.archive, site.settings.history);
  histories.set(site, known);
  return known;
}

/** `2026-11`, or `2026` for what has no month. */
function periodOf({ key }: HistoryDay): string {
  return key.slice(0, 7);
}

const periodsOf = new WeakMap<readonly HistoryDay[], ReadonlyMap<string, readonly HistoryDay[]>>();

/** The days of each month that has changes, newest first. */
export function historyPeriods(site: Site): ReadonlyMap<string, readonly HistoryDay[]> {
  const days = historyOf(site);
  const known = periodsOf.get(days);
  if (known !== undefined) return known;
  const periods = new Map<string, HistoryDay[]>();
  for (const day of days) periods.set(periodOf(day), [...(periods.get(periodOf(day)) ?? []), day]);
  periodsOf.set(days, periods);
  return periods;
}

/** Absent where nothing has changed yet: a feed without entries is none. */
function historyFeeds(site: Site): FeedLinks | undefined {
  return historyOf(site).length === 0 ? undefined : { title: site.text.words.historyText.title, atom: historyFeedPath('atom'), json: historyFeedPath('json') };
}

export function buildHistoryView(site: Site): HistoryView {
  const { settings, text } = site;
  const { historyText, siteText } = text.words;
  const days = historyOf(site);
  const first = settings.history[0];
  const began = first === undefined ? undefined : parseArchiveDate(first.date);
  return {
    kind: 'history',
    path: paths.history,
    heading: historyText.title,
    title: historyText.title,
    description: historyText.lead,
    crumbs: [homeLink(text), { path: paths.about, text: siteText.about }],
    indexed: true,
    feeds: historyFeeds(site),
    area: 'about',
    note: began === undefined || 'reason' in began ? historyText.unrecorded : historyText.since(text.date(began).gregorian),
    days: days.slice(0, NEWEST_DAYS).map((day) => buildDay(site, day)),
    periods: [...historyPeriods(site).keys()].map((key) => periodLink(site, key)),
  };
}

export function buildHistoryPeriodView(site: Site, key: string): HistoryPeriodView | undefined {
  const periods = historyPeriods(site);
  const days = periods.get(key);
  if (days === undefined) return undefined;
  const keys = [...periods.keys()];
  const at = keys.indexOf(key);
  const link = (other: string | undefined): Link | undefined => (other === undefined ? undefined : periodLink(site, other));
  const { text } = site;
  const { historyText, sentence, siteText } = text.words;
  const own = periodLink(site, key);
  const heading = sentence.labelled(historyText.title, own.text);
  return {
    kind: 'historyPeriod',
    path: own.path,
    heading,
    title: heading,
    description: heading,
    crumbs: [homeLink(text), { path: paths.about, text: siteText.about }, { path: paths.history, text: historyText.title }],
    indexed: true,
    feeds: historyFeeds(site),
    area: 'about',
    days: days.map((day) => buildDay(site, day)),
    neighbours: { earlier: link(keys[at + 1]), later: link(keys[at - 1]) },
  };
}

function periodLink({ text }: Site, key: string): Link {
  const [year, month] = key.split('-').map(Number);
  return { path: historyPath(key), text: month === undefined ? text.year(year ?? 0) : text.month(year ?? 0, month) };
}

/** What happened on a day, by kind; what weighs most comes first. */
export function buildDay(site: Site, day: HistoryDay): HistoryDayView {
  const { archive, text } = site;
  const { historyText, sentence } = text.words;
  const linkOf = (id: ArticleId): NeighbourLink | undefined => {
    const article = archive.byId.get(id);
    // Of what was taken back nothing is shown but its address.
    return article === undefined ? undefined : { path: articlePath(article), text: article.withdrawn === undefined ? article.title : historyText.withdrawnArticle, language: article.withdrawn === undefined ? article.language : text.language.code };
  };
  const list = (kind: keyof Texts['historyText']['kinds'] | 'began', items: readonly HistoryItem[], count: number, hint?: string): HistoryList[] => {
    if (count === 0) return [];
    return [{
      id: `${kind}-${day.key}`,
      heading: kind === 'began' ? historyText.began(text.count(count, nouns.article)) : sentence.labelled(historyText.kinds[kind], text.count(count, nouns.article)),
      hint,
      items: items.slice(0, MOST_NAMES),
      more: items.length > MOST_NAMES ? sentence.labelled(historyText.others, text.count(items.length - MOST_NAMES, nouns.article)) : undefined,
    }];
  };
  const named = (ids: readonly ArticleId[]): readonly HistoryItem[] => ids.map((id) => ({ link: linkOf(id), note: undefined }));
  const { began, added, edited, removed, corrected, withdrawn } = day;
  return {
    date: text.date(day.date),
    lists: [
      ...list('withdrawn', withdrawn.map(({ article, reason }) => ({ link: linkOf(article.id), note: reason })), withdrawn.length),
      ...list('corrected', corrected.map(({ article, text: note }) => ({ link: linkOf(article.id), note })), new Set(corrected.map(({ article }) => article.id)).size),
      ...list('removed', [], removed.length),
      ...list('edited', named(edited), edited.length, historyText.editedHint),
      ...(began ? list('began', [], added.length) : list('added', named(added), added.length)),
    ],
  };
}
