/** The frame of every page: head, masthead, navigation, footer. */
import type { Texts } from '../../src/languages/language.ts';
import type { Head } from '../../src/formats/head.ts';
import { TOPIC_AREA, type TopicKinds } from '../../src/site/topic-areas.ts';
import { ICON_PATHS, paths, topicIndexPath } from '../../src/site/urls.ts';
import type { PageFrame } from '../../src/site/views/common.ts';
import { siteFeedLinks } from '../components/feed-links.ts';
import { Breadcrumbs } from '../components/links.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { Text } from '../components/text.tsx';
import { keepPart } from '../components/kept.ts';
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

/** @param kinds of which the archive has topics */
function navigation({ siteText, topicText }: Texts, kinds: TopicKinds): readonly { readonly area: PageFrame['area']; readonly path: string; readonly text: string }[] {
  return [
    { area: 'home', path: paths.home, text: siteText.home },
    { area: 'dates', path: paths.dates, text: siteText.dates },
    ...kinds.map((kind) => ({ area: TOPIC_AREA[kind], path: topicIndexPath(kind), text: topicText[kind].all })),
    { area: 'about', path: paths.about, text: siteText.about },
  ];
}

export function Layout({ view, head, context, styles, scripts = [], children }: LayoutProps) {
  const language = useLanguage();
  const { siteText } = language.texts;
  return (
    <html lang={language.code} dir={language.direction}>
      <head>
        <Beginning policy={head.policy} context={context} />
        <title>{head.title}</title>
        <Resources styles={styles} context={context} />
        {head.meta.map(({ name, property, content }) => <meta property={property} name={name} content={content} />)}
        {head.links.map((link) => <link {...link} />)}
        {head.jsonLd !== undefined && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.jsonLd }} />}
        <Scripts scripts={scripts} context={context} />
      </head>
      <body>
        <Masthead view={view} context={context} />
        <div class="wrap">
          <Breadcrumbs crumbs={view.crumbs} label={siteText.breadcrumbs} context={context} />
          <main id="content" tabIndex={-1}>{children}</main>
        </div>
        <Footer view={view} links={head.links} context={context} />
      </body>
    </html>
  );
}

function Beginning({ policy, context }: { readonly policy: Head['policy']; readonly context: PageContext }) {
  return keepPart(context, `beginning ${policy?.content ?? ''}`, () => (
    <>
      <meta charset="utf-8" />
      {policy !== undefined && <><meta http-equiv="Content-Security-Policy" content={policy.content} /><meta name="referrer" content={policy.referrer} /></>}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </>
  ));
}

function Resources({ styles, context }: Pick<LayoutProps, 'styles' | 'context'>) {
  const { assets, href } = context;
  return keepPart(context, `resources ${styles.join(' ')}`, () => (
    <>
      <script dangerouslySetInnerHTML={{ __html: assets.firstScript }} />
      <script async src={assets.readerScript} data-digits={context.style.digits} data-months={context.style.months} />
      {styles.map((style) => <link rel="stylesheet" href={style} />)}
      {assets.preload.map((font) => <link rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />)}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      <link rel="manifest" href={href(paths.webManifest)} />
      <link rel="apple-touch-icon" href={href(ICON_PATHS.touch)} />
      <meta name="color-scheme" content="light dark" />
    </>
  ));
}

/** They wait for the page anyway, and are not to take the line from what is drawn first. */
function Scripts({ scripts, context }: { readonly scripts: readonly string[]; readonly context: PageContext }) {
  return keepPart(context, `scripts ${scripts.join(' ')}`, () => (
    <>
      <script type="module" fetchpriority="low" src={context.assets.pageScript} data-search={context.href(paths.search)} data-worker={context.serviceWorker} />
      {scripts.map((script) => <script type="module" fetchpriority="low" src={script} />)}
    </>
  ));
}

function Masthead({ view, context }: Pick<LayoutProps, 'view' | 'context'>) {
  const { texts } = useLanguage();
  const { siteText } = texts;
  const { href, siteName } = context;
  const home = view.area === 'home';
  const ownSearch = view.area === 'search' || view.path === paths.notFound;
  const items = navigation(texts, context.topicKinds);
  const here = items.find(({ path }) => path === view.path)?.path;
  return keepPart(context, `masthead ${here ?? ''} ${view.area ?? ''} ${ownSearch ? 'search' : ''}`, () => (
    <>
      <a class="skip" href="#content">{siteText.skipToContent}</a>
      <header class="masthead">
        <div class="wrap masthead-line">
          {home ? <h1 class="brand"><Text value={siteName} /></h1> : <p class="brand"><a href={href(paths.home)}><Text value={siteName} /></a></p>}
          {!ownSearch && <SearchForm context={context} id="masthead-search" />}
        </div>
        <nav class="wrap main-nav" aria-label={siteText.mainNavigation}>
          <ul>
            {items.map(({ area, path, text }) => (
              <li><a href={href(path)} aria-current={path === here ? 'page' : view.area === area ? 'true' : undefined}>{text}</a></li>
            ))}
          </ul>
        </nav>
      </header>
    </>
  ));
}

function Footer({ view, links, context }: Pick<LayoutProps, 'view' | 'context'> & { readonly links: Head['links'] }) {
  const { code, texts } = useLanguage();
  const { offlineText, readingListText, siteText } = texts;
  const { href } = context;
  return (
    <footer class="footer">
      <div class="wrap">
        <ul class="chips">
          {siteFeedLinks(texts, view).map((feed) => <li><a href={href(feed.path)}>{feed.text}</a></li>)}
          {keepPart(context, 'footer links', () => (
            <>
              <li><a href={href(paths.about)}>{siteText.about}</a></li>
              <li><a href={href(paths.data)}>{siteText.data}</a></li>
              <li><a href={href(paths.readingList)}>{readingListText.title}</a></li>
            </>
          ))}
          {links.map((link) => link.hrefLang !== undefined && link.hrefLang !== code && <li><a href={link.href} hrefLang={link.hrefLang} lang={link.hrefLang} rel="alternate">{context.languageNames[link.hrefLang]}</a></li>)}
          {context.serviceWorker !== undefined && <li><a href={href(paths.offline)}>{offlineText.title}</a></li>}
        </ul>
        {keepPart(context, 'footer notes', () => <><p>{siteText.hijriNote}</p><p>{siteText.builtWith}</p></>)}
      </div>
    </footer>
  );
}
