/** What every page gets besides its view. */
import type { DateText } from '../src/site/date-text.ts';
import type { TopicKinds } from '../src/site/topic-areas.ts';
import type { Language } from '../src/languages/language.ts';

export interface Assets {
  /** Addresses under the site's base, with a digest in the name. */
  readonly style: string;
  /** In place of it on pages of articles. */
  readonly readingStyle: string;
  /** In place of it on pages with charts and calendars. */
  readonly datesStyle: string;
  readonly searchStyle: string;
  readonly toolsStyle: string;
  readonly homeScript: string;
  readonly articleScript: string;
  /** Text of the script that stands in every page. */
  readonly firstScript: string;
  /** On every page. */
  readonly readerScript: string;
  readonly searchScript: string;
  readonly wordsScript: string;
  readonly readingListScript: string;
  readonly searchWorker: string;
  /** For every page. */
  readonly pageScript: string;
  readonly offlineScript: string;
  readonly icon: string;
  /** Fonts that the first screen needs. */
  readonly preload: readonly string[];
}

export interface PageContext {
  readonly siteName: string;
  /** Of which the archive has any, in the order of the navigation. */
  readonly topicKinds: TopicKinds;
  readonly language: Language;
  /** What each language of the interface calls itself, by its code. */
  readonly languageNames: Readonly<Record<string, string>>;
  /** How dates and numbers are written; the reader may want them otherwise. */
  readonly style: DateText['style'];
  readonly assets: Assets;
  /** The address of a path on this site. */
  readonly href: (path: string) => string;
  /** Address of the service worker; absent where pages are not to be kept. */
  readonly serviceWorker: string | undefined;
}
