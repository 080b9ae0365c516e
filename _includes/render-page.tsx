/** From a view to a whole page of HTML. Which kind of page looks how is decided here; the components do the rest. */
import type { Head } from '../src/formats/head.ts';
import type { PageView } from '../src/site/views/page-view.ts';
import { inLanguage } from './components/language.ts';
import type { PageContext } from './context.ts';
import { Layout } from './layouts/page.tsx';
import type { Markup } from './markup/markup.ts';
import { ArticlePage } from './pages/article.tsx';
import { DossierPage, DossiersPage } from './pages/dossier.tsx';
import { DataPage } from './pages/data.tsx';
import { HistoryPage, HistoryPeriodPage } from './pages/history.tsx';
import { HomePage } from './pages/home.tsx';
import { AnniversaryPage, OnThisDayPage } from './pages/on-this-day.tsx';
import { DatesPage, DayPage, HijriMonthPage, HijriPage, HijriYearPage, MonthPage, YearPage } from './pages/periods.tsx';
import { ReadingListPage, WordsPage } from './pages/reader-tools.tsx';
import { TopicIndexPage, TopicPage, TopicPeriodPage } from './pages/topics.tsx';
import { SearchPage } from './pages/search.tsx';
import { AboutPage, NotFoundPage, OfflinePage } from './pages/utility.tsx';

export function renderPage(view: PageView, head: Head, context: PageContext): string {
  const { assets } = context;
  const styles = [view.kind === 'article' ? assets.readingStyle : WITH_CHARTS.includes(view.kind) ? assets.datesStyle : assets.style, ...(view.kind === 'search' ? [assets.searchStyle] : WITH_TOOLS.includes(view.kind) ? [assets.toolsStyle] : [])];
  const page = inLanguage(context.language, () => <Layout view={view} head={head} context={context} scripts={scriptsOf(view, assets)} styles={styles}>{content(view, context)}</Layout>);
  return `<!DOCTYPE html>\n${page.html}\n`;
}

/** Kinds with charts, calendars or the days of the year. */
const WITH_CHARTS: readonly PageView['kind'][] = ['home', 'dates', 'year', 'month', 'day', 'hijri', 'hijriYear', 'hijriMonth', 'topic', 'onThisDay', 'about'];

/** Kinds with what few kinds have, so that articles stay light. */
const WITH_TOOLS: readonly PageView['kind'][] = ['about', 'data', 'topicIndex', 'dossier', 'dossiers', 'history', 'historyPeriod', 'words', 'readingList', 'offline'];

/** Each kind of page has at most one script, and reads without it. */
function scriptsOf(view: PageView, assets: PageContext['assets']): readonly string[] {
  if (view.kind === 'home') return [assets.homeScript];
  if (view.kind === 'search') return [assets.searchScript];
  if (view.kind === 'words') return [assets.wordsScript];
  if (view.kind === 'readingList') return [assets.readingListScript];
  if (view.kind === 'offline') return view.offered ? [assets.offlineScript] : [];
  return view.kind === 'article' && view.withdrawn === undefined ? [assets.articleScript] : [];
}

function content(view: PageView, context: PageContext): Markup {
  switch (view.kind) {
    case 'home':
      return <HomePage view={view} context={context} />;
    case 'article':
      return <ArticlePage view={view} context={context} />;
    case 'day':
      return <DayPage view={view} context={context} />;
    case 'month':
      return <MonthPage view={view} context={context} />;
    case 'year':
      return <YearPage view={view} context={context} />;
    case 'dates':
      return <DatesPage view={view} context={context} />;
    case 'hijri':
      return <HijriPage view={view} context={context} />;
    case 'hijriYear':
      return <HijriYearPage view={view} context={context} />;
    case 'hijriMonth':
      return <HijriMonthPage view={view} context={context} />;
    case 'topicIndex':
      return <TopicIndexPage view={view} context={context} />;
    case 'topic':
      return <TopicPage view={view} context={context} />;
    case 'topicPeriod':
      return <TopicPeriodPage view={view} context={context} />;
    case 'onThisDay':
      return <OnThisDayPage view={view} context={context} />;
    case 'anniversary':
      return <AnniversaryPage view={view} context={context} />;
    case 'dossiers':
      return <DossiersPage view={view} context={context} />;
    case 'dossier':
      return <DossierPage view={view} context={context} />;
    case 'data':
      return <DataPage view={view} context={context} />;
    case 'about':
      return <AboutPage view={view} context={context} />;
    case 'history':
      return <HistoryPage view={view} context={context} />;
    case 'historyPeriod':
      return <HistoryPeriodPage view={view} context={context} />;
    case 'words':
      return <WordsPage view={view} context={context} />;
    case 'readingList':
      return <ReadingListPage view={view} context={context} />;
    case 'search':
      return <SearchPage view={view} context={context} />;
    case 'offline':
      return <OfflinePage view={view} context={context} />;
    case 'notFound':
      return <NotFoundPage view={view} context={context} />;
  }
}
