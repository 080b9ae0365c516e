/** What of an article is searched, and what a result shows. */
import type { Article } from '../../article/article.ts';
import { bodyText } from '../../article/markdown.ts';
import type { Facet } from '../format/manifest.ts';

export interface SearchRecord {
  /** Path on the site. */
  readonly url: string;
  /** Date as ISO 8601, of any precision; for dividing. */
  readonly date: string;
  readonly title: string;
  /** What says in short what the article is about: weighs like the headline. */
  readonly summary: string;
  /** The article as a reader sees it, from the kicker to the end; excerpts are cut from it. */
  readonly text: string;
  /** Names and tags: searched, but no part of an excerpt. */
  readonly names: string;
  /** By what a search can be narrowed; as the article spells it. */
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** Shown with a result, not searched. */
  readonly shown: Readonly<Record<string, string>>;
}

/** @param shown texts for the result, such as dates in words */
export function buildSearchRecord(article: Article, url: string, shown: Readonly<Record<string, string>>): SearchRecord {
  const { kicker, subtitle, dateline, body, summary, section, source, people, places, tags, authors } = article;
  const parts = [kicker, subtitle, dateline, bodyText(body)].filter((part) => part !== undefined && part !== '');
  // The comma stands alone and so keeps a place: no phrase reaches from one name into the next.
  const names = [...new Set([...people, ...places, ...tags, ...authors])].join(' ، ');
  return {
    url,
    date: article.date.iso,
    title: article.title,
    summary: [kicker, subtitle, summary].filter((part) => part !== undefined).join(' '),
    text: parts.join(' — ') || article.title,
    names,
    facets: { section: listOf(section), source: listOf(source), tag: tags, author: authors },
    shown,
  };
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
