/** The frame of every page: head, masthead, navigation, footer. */
import type { Texts } from '../../src/languages/language.ts';
import type { Head } from '../../src/formats/head.ts';
import { ICON_PATHS, paths, topicIndexPath } from '../../src/site/urls.ts';
import type { PageFrame } from '../../src/site/views/common.ts';
import { siteFeedLinks } from '../components/feed-links.ts';
import { Breadcrumbs } from '../components/links.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useLanguage } from '../components/language.ts';
import type { Child } from '../markup/markup.ts';

interface LayoutProps {
  readonly view: PageFrame;
  readonly head: Head;
  readonly context: PageContext;
  /** Addresses of the styles of this kind of page, and of scripts that only it needs. */
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly children: Child;
}

function navigation({ siteText, topicText }: Texts): readonly { readonly area: PageFrame['area']; readonly path: string; readonly text: string }[] {
  return [
    { area: 'home', path: paths.home, text: siteText.home },
    { area: 'dates', path: paths.dates, text: siteText.dates },
    { area: 'sections', path: topicIndexPath('section'), text: topicText.section.all },
    { area: 'tags', path: topicIndexPath('tag'), text: topicText.tag.all },
    { area: 'sources', path: topicIndexPath('source'), text: topicText.source.all },
    { area: 'authors', path: topicIndexPath('author'), text: topicText.author.all },
    { area: 'people', path: topicIndexPath('person'), text: topicText.person.all },
    { area: 'places', path: topicIndexPath('place'), text: topicText.place.all },
    { area: 'about', path: paths.about, text: siteText.about },
  ];
}

export function Layout({ view, head, context, styles, scripts = [], children }: LayoutProps) {
  const language = useLanguage();
  const { offlineText, readingListText, siteText } = language.texts;
  const { assets, href, siteName } = context;
  const home = view.area === 'home';
  const ownSearch = view.area === 'search' || view.path === paths.notFound;
  return (
    <html lang={language.code} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        {head.policy !== undefined && <><meta http-equiv="Content-Security-Policy" content={head.policy.content} /><meta name="referrer" content={head.policy.referrer} /></>}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <script dangerouslySetInnerHTML={{ __html: assets.firstScript }} />
        <script async src={assets.readerScript} data-digits={context.style.digits} data-months={context.style.months} />
        {styles.map((style) => <link rel="stylesheet" href={style} />)}
        {assets.preload.map((font) => <link rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />)}
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="manifest" href={href(paths.webManifest)} />
        <link rel="apple-touch-icon" href={href(ICON_PATHS.touch)} />
        <meta name="color-scheme" content="light dark" />
        {head.meta.map(({ attribute, key, content }) => <meta {...{ [attribute]: key }} content={content} />)}
        {head.links.map((link) => <link {...link} />)}
        {head.jsonLd !== undefined && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.jsonLd }} />}
        <script type="module" src={assets.pageScript} data-search={href(paths.search)} data-worker={context.serviceWorker} />
        {scripts.map((script) => <script type="module" src={script} />)}
      </head>
      <body>
        <a class="skip" href="#content">{siteText.skipToContent}</a>
        <header class="masthead">
          <div class="wrap masthead-line">
            {home ? <h1 class="brand"><Text value={siteName} /></h1> : <p class="brand"><a href={href(paths.home)}><Text value={siteName} /></a></p>}
            {!ownSearch && <SearchForm context={context} id="masthead-search" />}
          </div>
          <nav class="wrap main-nav" aria-label={siteText.mainNavigation}>
            <ul>
              {navigation(language.texts).map(({ area, path, text }) => (
                <li><a href={href(path)} aria-current={view.path === path ? 'page' : view.area === area ? 'true' : undefined}>{text}</a></li>
              ))}
            </ul>
          </nav>
        </header>
        <div class="wrap">
          <Breadcrumbs crumbs={view.crumbs} label={siteText.breadcrumbs} context={context} />
          <main id="content" tabIndex={-1}>{children}</main>
        </div>
        <footer class="footer">
          <div class="wrap">
            <ul class="chips">
              {siteFeedLinks(language.texts, view).map((feed) => <li><a href={href(feed.path)}>{feed.text}</a></li>)}
              <li><a href={href(paths.about)}>{siteText.about}</a></li>
              <li><a href={href(paths.data)}>{siteText.data}</a></li>
              <li><a href={href(paths.readingList)}>{readingListText.title}</a></li>
              {head.links.filter(({ hrefLang }) => hrefLang !== undefined && hrefLang !== language.code).map((link) => <li><a href={link.href} hrefLang={link.hrefLang} lang={link.hrefLang} rel="alternate">{link.hrefLang === undefined ? '' : context.languageNames[link.hrefLang]}</a></li>)}
              {context.serviceWorker !== undefined && <li><a href={href(paths.offline)}>{offlineText.title}</a></li>}
            </ul>
            <p>{siteText.hijriNote}</p>
            <p>{siteText.builtWith}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}
