/** Pages that are no content of the archive: search, and the page for addresses that do not exist. */
import type { DigitShape } from '../../arabic/digits.ts';
import type { MonthNames } from '../../calendar/months.ts';
import type { TopicKind } from '../../archive/settings.ts';
import type { Site } from '../site.ts';
import { usedTopicKinds } from '../topic-areas.ts';
import { paths } from '../urls.ts';
import { datesLink, hijriLink, homeLink, topicIndexLink, type Link, type PageFrame } from './common.ts';

export interface SearchView extends PageFrame {
  readonly kind: 'search';
  /** Shape of the digits in what the script writes. */
  readonly digits: DigitShape;
  /** Names of the months in it. */
  readonly months: MonthNames;
  /** By what, besides the time, a search can be narrowed. */
  readonly facets: readonly TopicKind[];
  /** Ways into the archive without a script. */
  readonly ways: readonly Link[];
}

export interface NotFoundView extends PageFrame {
  readonly kind: 'notFound';
  readonly ways: readonly Link[];
}

/** The page on which a reader keeps parts of the archive on the device. */
export interface OfflineView extends PageFrame {
  readonly kind: 'offline';
  /** False where the editor has switched it off: the page keeps its address and says so. */
  readonly offered: boolean;
  /** Ways into the archive without a script. */
  readonly ways: readonly Link[];
  readonly digits: DigitShape;
  readonly months: MonthNames;
}

/** Those that the search's index has, in the order of the page. */
export const SEARCH_FACETS: readonly TopicKind[] = ['section', 'source', 'tag', 'author'];

function waysIn({ archive, text }: Site): readonly Link[] {
  return [homeLink(text), datesLink(text), hijriLink(text), ...usedTopicKinds(archive).map((kind) => topicIndexLink(text, kind)), { path: paths.about, text: text.words.siteText.about }];
}

export function buildSearchView(site: Site): SearchView {
  const { text } = site;
  const { searchText } = text.words;
  return { kind: 'search', digits: text.style.digits, months: text.style.months, facets: SEARCH_FACETS, path: paths.search, heading: searchText.title, title: searchText.title, description: searchText.hint, crumbs: [homeLink(text)], indexed: true, feeds: undefined, area: 'search', ways: waysIn(site) };
}

export function buildNotFoundView(site: Site): NotFoundView {
  const { text } = site;
  const { notFoundText } = text.words;
  return { kind: 'notFound', path: paths.notFound, heading: notFoundText.title, title: notFoundText.title, description: notFoundText.lead, crumbs: [homeLink(text)], indexed: false, feeds: undefined, area: undefined, ways: waysIn(site) };
}

export function buildOfflineView(site: Site): OfflineView {
  const { text, settings } = site;
  const { offlineText } = text.words;
  return { kind: 'offline', offered: settings.site.offline === 'true', ways: waysIn(site), digits: text.style.digits, months: text.style.months, path: paths.offline, heading: offlineText.title, title: offlineText.title, description: offlineText.lead, crumbs: [homeLink(text)], indexed: false, feeds: undefined, area: 'offline' };
}
