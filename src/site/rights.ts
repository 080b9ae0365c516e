/** The rights in an article: its own, else those of its source, else those of the archive. */
import type { Article } from '../article/article.ts';
import { findTopic } from './find-topic.ts';
import type { Site } from './site.ts';

export function rightsOf(site: Site, article: Article): string | undefined {
  return article.rights ?? (article.source === undefined ? undefined : findTopic(site, 'source', article.source)?.rights) ?? site.settings.site.rights;
}
