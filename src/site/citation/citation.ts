/** What a reference to an article says, before it is written in any style or file format. */
import type { Article } from '../../article/article.ts';
import type { ArchiveDate } from '../../calendar/archive-date.ts';
import { findTopic } from '../find-topic.ts';
import type { Site } from '../site.ts';
import { absolute, articlePath } from '../urls.ts';

export interface CitedAuthor {
  /** As printed: Arabic names are not taken apart into family and given names, which nobody can tell from the words. */
  readonly name: string;
  readonly organization: boolean;
}

export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly CitedAuthor[];
  /** The newspaper or agency; the archive itself where the article names none. */
  readonly container: string;
  /** The archive, where it is not the container. */
  readonly archive: string | undefined;
  readonly date: ArchiveDate;
  readonly section: string | undefined;
  readonly language: string;
  /** The permanent address, percent-encoded. */
  readonly url: string;
  readonly originalUrl: string | undefined;
  readonly keywords: readonly string[];
  readonly summary: string | undefined;
}

export function buildCitation(site: Site, article: Article): Citation {
  const { name } = site.settings.site;
  const container = article.source ?? name;
  return {
    id: article.id,
    title: article.title,
    authors: article.authors.map((author) => ({ name: author, organization: findTopic(site, 'author', author)?.type === 'organization' })),
    container,
    archive: container === name ? undefined : name,
    date: article.date,
    section: article.section,
    language: article.language,
    url: absolute(site.address, articlePath(article)),
    originalUrl: article.original_url,
    keywords: article.tags,
    summary: article.summary,
  };
}
