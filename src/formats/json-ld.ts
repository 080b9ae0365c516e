/** schema.org as JSON-LD: NewsArticle for articles, CollectionPage for lists, BreadcrumbList for both. */
import { lastChange } from '../archive/last-change.ts';
import type { Site } from '../site/site.ts';
import { absolute, href, paths, topicPath } from '../site/urls.ts';
import { findTopic } from '../site/find-topic.ts';
import type { ArticleView } from '../site/views/article.ts';
import { authoritiesOf, type TopicView } from '../site/views/topics.ts';
import type { PageView } from '../site/views/page-view.ts';

export type JsonLd = Readonly<Record<string, unknown>>;

/** All descriptions of a page, as one graph. */
export function buildJsonLd(site: Site, view: PageView): JsonLd | undefined {
  if (!view.indexed) return undefined;
  const graph = [mainThing(site, view), breadcrumbs(site, view)].filter((thing) => thing !== undefined);
  return { '@context': 'https://schema.org', '@graph': graph };
}

function mainThing(site: Site, view: PageView): JsonLd {
  if (view.kind === 'article') return newsArticle(site, view);
  const { name } = site.settings.site;
  const url = absolute(site.address, view.path);
  if (view.kind === 'home') {
    return {
      '@type': 'WebSite',
      '@id': url,
      url,
      name,
      description: view.description,
      inLanguage: site.text.language.code,
      potentialAction: { '@type': 'SearchAction', target: `${absolute(site.address, paths.search)}?q={search_term_string}`, 'query-input': 'required name=search_term_string' },
    };
  }
  return { '@type': view.kind === 'about' ? 'AboutPage' : 'CollectionPage', '@id': url, url, name: view.title, description: view.description, inLanguage: site.text.language.code, isPartOf: { '@type': 'WebSite', '@id': absolute(site.address, paths.home), name }, ...(view.kind === 'topic' ? aboutTopic(view) : {}) };
}

function newsArticle(site: Site, view: ArticleView): JsonLd {
  const { article, address, image } = view;
  const { settings } = site;
  const publisher = { '@type': 'Organization', name: settings.site.publisher ?? settings.site.name };
  return {
    '@type': 'NewsArticle',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    headline: article.title,
    ...(article.subtitle === undefined ? {} : { alternativeHeadline: article.subtitle }),
    description: view.description,
    inLanguage: article.language,
    datePublished: article.date.iso,
    dateModified: lastChange(article).iso,
    ...(article.section === undefined ? {} : { articleSection: article.section }),
    ...(article.tags.length === 0 ? {} : { keywords: article.tags }),
    author: article.authors.length > 0 ? article.authors.map((name) => author(site, name)) : [article.source === undefined ? publisher : { '@type': 'Organization', name: article.source }],
    publisher,
    ...(article.source === undefined ? {} : { sourceOrganization: { '@type': 'Organization', name: article.source } }),
    ...(article.original_url === undefined ? {} : { isBasedOn: article.original_url }),
    ...(article.dateline === undefined ? {} : { dateline: article.dateline }),
    ...(article.places.length === 0 ? {} : { contentLocation: article.places.map((name) => named(site, 'place', name)) }),
    ...(article.people.length === 0 ? {} : { mentions: article.people.map((name) => named(site, 'person', name)) }),
    ...(image === undefined ? {} : { image: image.src.startsWith('/') ? `${site.address.origin}${encodeURI(image.src)}` : image.src }),
    ...(view.rights === undefined ? {} : { copyrightNotice: view.rights }),
    ...(article.corrections.length === 0 ? {} : { correction: article.corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', datePublished: date.iso, text })) }),
  };
}

/** With the page of the author here, by which search engines tell people of one name apart. */
function author(site: Site, name: string): JsonLd {
  const topic = findTopic(site, 'author', name);
  // In letters and from the root, as JSON-LD may have addresses: percent-encoded an Arabic name is three times as long.
  return { '@type': topic?.type === 'organization' ? 'Organization' : 'Person', name, ...(topic === undefined ? {} : { url: decodeURI(href(site.address, topicPath(topic))) }) };
}

/** A person or place under the name that the article gives, with its pages in authority files. Its page here is linked to in the article; some name dozens. */
function named(site: Site, kind: 'person' | 'place', name: string): JsonLd {
  const topic = findTopic(site, kind, name);
  const same = topic === undefined ? [] : authoritiesOf(site.text, topic).map(({ url }) => url);
  return { '@type': kind === 'place' ? 'Place' : topic?.type === 'organization' ? 'Organization' : 'Person', name, ...(same.length === 0 ? {} : { sameAs: same }) };
}

/** What the page of a person or place is about. */
function aboutTopic(view: TopicView): JsonLd {
  if (view.topic !== 'person' && view.topic !== 'place') return {};
  const same = view.authorities.map(({ url }) => url);
  return {
    about: {
      '@type': view.topic === 'place' ? 'Place' : 'Person',
      name: view.heading,
      ...(view.aliases.length === 0 ? {} : { alternateName: view.aliases }),
      ...(view.about === undefined ? {} : { description: view.about }),
      ...(same.length === 0 ? {} : { sameAs: same }),
    },
  };
}

function breadcrumbs(site: Site, { crumbs, heading, path }: PageView): JsonLd | undefined {
  if (crumbs.length === 0) return undefined;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...crumbs, { path, text: heading }].map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, name: crumb.text, item: absolute(site.address, crumb.path) })),
  };
}
