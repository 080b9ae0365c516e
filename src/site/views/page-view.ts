/** From the name of a page to its view: all that a template needs, and nothing it would have to look up. */
import type { ArticleId } from '../../article/article.ts';
import type { Archive } from '../../archive/archive.ts';
import type { TopicKind } from '../../archive/settings.ts';
import type { Topic } from '../../archive/topics.ts';
import type { Page } from '../pages.ts';
import type { Site } from '../site.ts';
import { buildAboutView, type AboutView } from './about.ts';
import { buildArticleView, type ArticleView } from './article.ts';
import { dayIndex } from './calendar.ts';
import { buildDataView, type DataView } from './data.ts';
import { buildDossiersView, buildDossierView, type DossiersView, type DossierView } from './dossier.ts';
import { buildHistoryPeriodView, buildHistoryView, type HistoryPeriodView, type HistoryView } from './history.ts';
import { buildHijriMonthView, buildHijriView, buildHijriYearView, type HijriMonthView, type HijriView, type HijriYearView } from './hijri.ts';
import { buildHomeView, type HomeView } from './home.ts';
import { buildAnniversaryView, buildOnThisDayView, type AnniversaryView, type OnThisDayView } from './on-this-day.ts';
import { buildDatesView, buildDayView, buildMonthView, buildYearView, type DatesView, type DayView, type MonthView, type YearView } from './periods.ts';
import { buildTopicIndexView, buildTopicPeriodView, buildTopicView, type TopicIndexView, type TopicPeriodView, type TopicView } from './topics.ts';
import { buildReadingListView, buildWordsView, type ReadingListView, type WordsView } from './reader-tools.ts';
import { buildNotFoundView, buildOfflineView, buildSearchView, type NotFoundView, type OfflineView, type SearchView } from './utility.ts';

export type PageView = HistoryView | HistoryPeriodView | ReadingListView | WordsView | AboutView | AnniversaryView | DataView | OnThisDayView | DossierView | DossiersView | ArticleView | DatesView | DayView | HijriMonthView | HijriView | HijriYearView | HomeView | MonthView | NotFoundView | OfflineView | SearchView | TopicIndexView | TopicPeriodView | TopicView | YearView;

/** @throws when the page names something that is not in the archive: pages come from `listPages` of the same site */
export function buildPageView(site: Site, page: Page): PageView {
  const view = findPageView(site, page);
  if (view === undefined) throw new Error(`The archive has nothing for the ${page.kind} page ${page.path}`);
  return view;
}

function findPageView(site: Site, { kind, subject, topic: topicKind, period }: Page): PageView | undefined {
  const { archive } = site;
  const topic = topicKind && topicBySlug(archive, topicKind, subject);
  switch (kind) {
    case 'home':
      return buildHomeView(site);
    case 'dates':
      return buildDatesView(site);
    case 'hijri':
      return buildHijriView(site);
    case 'onThisDay':
      return buildOnThisDayView(site);
    case 'anniversary':
      return buildAnniversaryView(site, subject);
    case 'dossiers':
      return buildDossiersView(site);
    case 'dossier':
      return mapFound(site.settings.dossiers.find(({ slug }) => slug === subject), (found) => buildDossierView(site, found));
    case 'data':
      return buildDataView(site);
    case 'about':
      return buildAboutView(site);
    case 'history':
      return buildHistoryView(site);
    case 'historyPeriod':
      return buildHistoryPeriodView(site, subject);
    case 'words':
      return buildWordsView(site);
    case 'readingList':
      return buildReadingListView(site);
    case 'search':
      return buildSearchView(site);
    case 'offline':
      return buildOfflineView(site);
    case 'notFound':
      return buildNotFoundView(site);
    case 'year':
      return mapFound(archive.years.find(({ key }) => key === subject), (found) => buildYearView(site, found));
    case 'month':
      return mapFound(archive.months.find(({ key }) => key === subject), (found) => buildMonthView(site, found));
    case 'day':
      return mapFound(dayIndex(site).get(subject), (found) => buildDayView(site, found));
    case 'hijriYear':
      return buildHijriYearView(site, Number(subject));
    case 'hijriMonth':
      return mapFound(archive.hijriMonths.find(({ key }) => key === subject), (found) => buildHijriMonthView(site, found));
    case 'topicIndex':
      return topicKind && buildTopicIndexView(site, topicKind);
    case 'topic':
      return topic && buildTopicView(site, topic);
    case 'topicPeriod':
      return topic && period !== undefined ? buildTopicPeriodView(site, topic, period) : undefined;
    case 'article':
      return mapFound(archive.byId.get(subject as ArticleId), (found) => buildArticleView(site, found));
  }
}

const slugIndexes = new WeakMap<readonly Topic[], ReadonlyMap<string, Topic>>();

function topicBySlug({ topics }: Archive, kind: TopicKind, slug: string): Topic | undefined {
  const index = slugIndexes.get(topics[kind]) ?? new Map(topics[kind].map((topic) => [topic.slug, topic]));
  slugIndexes.set(topics[kind], index);
  return index.get(slug);
}

function mapFound<T, R>(value: T | undefined, map: (value: T) => R): R | undefined {
  return value === undefined ? undefined : map(value);
}
