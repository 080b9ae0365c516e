/** From a view to a whole page of HTML. Which kind of page looks how is decided here; the components do the rest. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Head } from '../src/formats/head.ts';
import type { PageView } from '../src/site/views/page-view.ts';
import type { PageContext } from './context.ts';
import { Layout } from './layouts/page.tsx';
import { ArticlePage } from './pages/article.tsx';
import { HomePage } from './pages/home.tsx';
import { DatesPage, DayPage, HijriMonthPage, HijriPage, HijriYearPage, MonthPage, YearPage } from './pages/periods.tsx';
import { TopicIndexPage, TopicPage, TopicPeriodPage } from './pages/topics.tsx';
import { SearchPage } from './pages/search.tsx';
import { AboutPage, NotFoundPage } from './pages/utility.tsx';

export function renderPage(view: PageView, head: Head, context: PageContext): string {
  const { assets } = context;
  const scripts = view.kind === 'home' ? [assets.homeScript] : view.kind === 'search' ? [assets.searchScript] : [];
  const styles = view.kind === 'search' ? [assets.searchStyle] : [];
  return `<!DOCTYPE html>\n${render(<Layout view={view} head={head} context={context} scripts={scripts} styles={styles}>{content(view, context)}</Layout>)}\n`;
}

function content(view: PageView, context: PageContext): VNode {
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
    case 'about':
      return <AboutPage view={view} context={context} />;
    case 'search':
      return <SearchPage view={view} context={context} />;
    case 'notFound':
      return <NotFoundPage view={view} context={context} />;
  }
}
