/** What machines read in the head of a page: canonical address, feeds, Open Graph, Dublin Core and Highwire tags, JSON-LD. */
import { hasForms } from '../site/forms.ts';
import type { Site } from '../site/site.ts';
import { absolute, articleFilePath, cardPath, href, paths, PREVIEW_ORIGIN } from '../site/urls.ts';
import type { ArticleView } from '../site/views/article.ts';
import { siteFeeds } from '../site/views/home.ts';
import type { PageView } from '../site/views/page-view.ts';
import { CARD_SIZE, hasCards } from './card.ts';
import { pagePolicy, REFERRER_POLICY } from './content-policy.ts';
import { buildJsonLd } from './json-ld.ts';
import { jsonForScript } from './json-text.ts';
import { machineDate } from './machine-date.ts';

export interface MetaTag {
  /** For HTML, Dublin Core and Highwire. */
  readonly name?: string;
  /** For Open Graph. */
  readonly property?: string;
  readonly content: string;
}

export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly hrefLang?: string;
}

export interface Head {
  readonly title: string;
  /** What the page may load and tell, in its own words; a preview has none, since its server adds to the page. */
  readonly policy: { readonly content: string; readonly referrer: string } | undefined;
  readonly links: readonly HeadLink[];
  readonly meta: readonly MetaTag[];
  /** Serialised so that it can stand inside a `script` element as it is. */
  readonly jsonLd: string | undefined;
}

/** @param scripts digests of the scripts that stand in the page */
export function buildHead(site: Site, view: PageView, scripts: readonly string[] = []): Head {
  const { address, settings } = site;
  const url = absolute(address, view.path);
  const jsonLd = buildJsonLd(site, view);
  const title = view.kind === 'home' ? `${settings.site.name} – ${view.title}` : `${view.title} – ${settings.site.name}`;
  return {
    title,
    policy: address.origin === PREVIEW_ORIGIN ? undefined : { content: pagePolicy(scripts), referrer: REFERRER_POLICY },
    links: [...(view.indexed ? [{ rel: 'canonical', href: url }, ...languageLinks(site, view)] : []), ...feedLinks(site, view), ...alternates(site, view), { rel: 'search', type: 'application/opensearchdescription+xml', title: settings.site.name, href: href(address, paths.openSearch) }],
    meta: shareContents([
      named('description', view.description),
      ...(view.indexed ? [] : [named('robots', 'noindex')]),
      ...(view.indexed ? openGraph(site, view, url) : []),
      ...(view.kind === 'article' && view.withdrawn === undefined ? citation(site, view) : []),
    ]),
    jsonLd: jsonLd && jsonForScript(jsonLd),
  };
}

/** The same page in every language in which the archive stands: all of them have the same paths below their own addresses. */
function languageLinks({ settings, address, text }: Site, { path }: PageView): readonly HeadLink[] {
  const others = Object.entries(settings.site.languages ?? {}).flatMap(([code, base]) => (base === undefined || code === text.language.code ? [] : [{ rel: 'alternate', hrefLang: code, href: `${base.replace(/\/+$/u, '')}${encodeURI(path)}` }]));
  return others.length === 0 ? [] : [{ rel: 'alternate', hrefLang: text.language.code, href: absolute(address, path) }, ...others];
}

function feedLinks(site: Site, { feeds = siteFeeds(site) }: PageView): readonly HeadLink[] {
  return [
    { rel: 'alternate', type: 'application/atom+xml', title: feeds.title, href: href(site.address, feeds.atom) },
    { rel: 'alternate', type: 'application/feed+json', title: feeds.title, href: href(site.address, feeds.json) },
  ];
}

const FORMS = { json: 'application/json', txt: 'text/plain', md: 'text/markdown' } as const;

/** The same article in other forms. */
function alternates(site: Site, view: PageView): readonly HeadLink[] {
  if (view.kind !== 'article' || view.withdrawn !== undefined || !hasForms(site)) return [];
  return (['json', 'txt', 'md'] as const).map((form) => ({ rel: 'alternate', type: FORMS[form], href: href(site.address, articleFilePath(view.article, form)) }));
}

function openGraph(site: Site, view: PageView, url: string): readonly MetaTag[] {
  const tags = [property('og:title', view.title), property('og:type', view.kind === 'article' ? 'article' : 'website'), property('og:url', url), property('og:site_name', site.settings.site.name), property('og:description', view.description), property('og:locale', site.text.language.locale)];
  if (view.kind !== 'article') return tags;
  const { article, image } = view;
  return [
    ...tags,
    property('article:published_time', machineDate(article.date)),
    ...(article.updated === undefined ? [] : [property('article:modified_time', machineDate(article.updated))]),
    ...(article.section === undefined ? [] : [property('article:section', article.section)]),
    ...article.tags.map((tag) => property('article:tag', tag)),
    ...(view.withdrawn === undefined && hasCards(site) ? cardTags(site, view) : []),
    ...(image === undefined ? [] : [property('og:image', image.src.startsWith('/') ? `${site.address.origin}${encodeURI(image.src)}` : image.src), property('og:image:alt', image.alt)]),
  ];
}

function cardTags({ address }: Site, { article }: ArticleView): readonly MetaTag[] {
  return [
    property('og:image', absolute(address, cardPath(article))),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(CARD_SIZE.width)),
    property('og:image:height', String(CARD_SIZE.height)),
    property('og:image:alt', article.title),
    named('twitter:card', 'summary_large_image'),
  ];
}

/**
 * The tags that Zotero's embedded-metadata translator and Google Scholar read: Highwire `citation_*` and Dublin Core.
 * Highwire writes dates with slashes; a month or year stays as short as it is.
 */
function citation(site: Site, { article, address, rights }: ArticleView): readonly MetaTag[] {
  const publication = article.source ?? site.settings.site.name;
  const date = article.date.iso.slice(0, 10).replaceAll('-', '/');
  return [
    named('citation_title', article.title),
    ...article.authors.map((author) => named('citation_author', author)),
    named('citation_publication_date', date),
    named('citation_journal_title', publication),
    named('citation_language', article.language),
    named('citation_public_url', address),
    named('DC.title', article.title),
    ...article.authors.map((author) => named('DC.creator', author)),
    named('DC.date', article.date.iso.slice(0, 10)),
    named('DC.publisher', publication),
    named('DC.language', article.language),
    named('DC.type', 'newspaperArticle'),
    named('DC.identifier', address),
    ...(article.original_url === undefined ? [] : [named('DC.source', article.original_url)]),
    ...article.tags.map((tag) => named('DC.subject', tag)),
    ...(rights === undefined ? [] : [named('DC.rights', rights)]),
  ];
}

function named(name: string, content: string): MetaTag {
  return { name, content };
}

function property(key: string, content: string): MetaTag {
  return { property: key, content };
}

/** Names and properties that mean the same. */
const SAME_AS: Readonly<Record<string, string>> = { description: 'og:description', citation_title: 'og:title', citation_public_url: 'og:url', 'DC.subject': 'article:tag' };

/** One element for a name and a property that say the same, as RDFa lets it: headline, description, address and each tag would stand twice in every article. */
function shareContents(tags: readonly MetaTag[]): readonly MetaTag[] {
  const properties = new Set(tags.flatMap(({ property: key, content }) => (key === undefined ? [] : [`${key} ${content}`])));
  const shared = new Set<string>();
  const named = tags.flatMap((tag): readonly MetaTag[] => {
    if (tag.name === undefined) return [];
    const key = SAME_AS[tag.name];
    const pair = `${key ?? ''} ${tag.content}`;
    if (key === undefined || !properties.has(pair)) return [tag];
    shared.add(pair);
    return [{ ...tag, property: key }];
  });
  return [...named, ...tags.filter(({ property: key, content }) => key !== undefined && !shared.has(`${key} ${content}`))];
}
