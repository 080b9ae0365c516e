/** Atom (RFC 4287). */
import type { SiteAddress } from '../site/urls.ts';
import { absolute } from '../site/urls.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { element, xmlDocument, type XmlElement } from './xml.ts';

export function renderAtom(feed: Feed, address: SiteAddress): string {
  const self = absolute(address, feed.atomPath);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, self),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
      element('author', {}, element('name', {}, feed.publisher)),
      feed.rights === undefined ? undefined : element('rights', {}, feed.rights),
      element('generator', {}, 'Warraq'),
      ...feed.entries.map(entryElement),
    ),
  );
}

function entryElement(entry: FeedEntry): XmlElement {
  return element(
    'entry',
    { 'xml:lang': entry.language },
    element('id', {}, entry.id),
    element('title', {}, entry.title),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    entry.originalUrl === undefined ? undefined : element('link', { rel: 'via', href: entry.originalUrl }),
    element('published', {}, entry.published),
    element('updated', {}, entry.updated),
    ...[...entry.authors, ...(entry.authors.length === 0 && entry.source !== undefined ? [entry.source] : [])].map((name) => element('author', {}, element('name', {}, name))),
    ...entry.categories.map((term) => element('category', { term })),
    entry.summary === undefined ? undefined : element('summary', {}, entry.summary),
    element('content', { type: 'html' }, entry.html),
  );
}
