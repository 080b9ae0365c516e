/** What of an article is searched, and what a result shows. */
import type { Article } from '../../article/article.ts';
import { bodyText } from '../../article/markdown.ts';

export interface SearchRecord {
  /** Path on the site. */
  readonly url: string;
  /** Date as ISO 8601, of any precision; for dividing. */
  readonly date: string;
  readonly title: string;
  /** The article as a reader sees it, from the kicker to the end; excerpts are cut from it. */
  readonly text: string;
  /** Names and tags: searched, but no part of an excerpt. */
  readonly names: string;
  /** Shown with a result, not searched. */
  readonly shown: Readonly<Record<string, string>>;
}

/** @param shown texts for the result, such as dates in words */
export function buildSearchRecord(article: Article, url: string, shown: Readonly<Record<string, string>>): SearchRecord {
  const { kicker, subtitle, dateline, body, people, places, tags, authors } = article;
  const parts = [kicker, subtitle, dateline, bodyText(body)].filter((part) => part !== undefined && part !== '');
  // The comma stands alone and so keeps a place: no phrase reaches from one name into the next.
  const names = [...new Set([...people, ...places, ...tags, ...authors])].join(' ، ');
  return { url, date: article.date.iso, title: article.title, text: parts.join(' — ') || article.title, names, shown };
}
