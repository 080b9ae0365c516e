/** The picture by which a shared article is shown elsewhere: what stands on it, and which articles have one. */
import { directionOf } from '../arabic/bidi.ts';
import type { Article } from '../article/article.ts';
import type { Site } from '../site/site.ts';

/** All that is drawn; equal cards have equal bytes. */
export interface Card {
  readonly headline: string;
  /** Direction of the headline. */
  readonly direction: 'rtl' | 'ltr';
  /** Side on which the lines of the interface begin. */
  readonly siteDirection: 'rtl' | 'ltr';
  /** Small line above the headline. */
  readonly above: string | undefined;
  readonly date: string;
  readonly siteName: string;
}

/** In pixels, as those who show cards want it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Large archives have none: each costs a file and some hundredths of a second. */
export function hasCards({ archive, settings }: Site): boolean {
  return archive.articles.length <= settings.site.cards;
}

/** The card of an article. */
export function buildCard({ settings, text }: Site, article: Article): Card {
  return {
    headline: article.title,
    direction: directionOf(article.language),
    siteDirection: text.language.direction,
    above: article.kicker ?? article.source,
    date: text.date(article.date).gregorian,
    siteName: settings.site.name,
  };
}
