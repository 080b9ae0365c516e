/** JSON Feed 1.1 (jsonfeed.org). */
import { absolute, type SiteAddress } from '../site/urls.ts';
import type { Feed } from './feed.ts';

export function renderJsonFeed(feed: Feed, address: SiteAddress): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: absolute(address, feed.jsonPath),
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      ...(entry.originalUrl === undefined ? {} : { external_url: entry.originalUrl }),
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.published,
      date_modified: entry.updated,
      language: entry.language,
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.categories,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
