/** Pages that a script fills on the reader's device: the list of what is to be read, and how often a word stands in the archive over time. */
import type { DigitShape } from '../../arabic/digits.ts';
import type { MonthNames } from '../../calendar/months.ts';
import type { Site } from '../site.ts';
import { usedTopicKinds } from '../topic-areas.ts';
import { paths } from '../urls.ts';
import { datesLink, homeLink, topicIndexLink, type Link, type PageFrame } from './common.ts';

export interface WordsView extends PageFrame {
  readonly kind: 'words';
  readonly digits: DigitShape;
  readonly months: MonthNames;
  /** Ways into the archive without a script. */
  readonly ways: readonly Link[];
}

export interface ReadingListView extends PageFrame {
  readonly kind: 'readingList';
  readonly digits: DigitShape;
  readonly months: MonthNames;
  readonly ways: readonly Link[];
}

function waysToLists({ archive, text }: Site): readonly Link[] {
  const kinds = usedTopicKinds(archive).filter((kind) => kind === 'section' || kind === 'tag');
  return [datesLink(text), ...kinds.map((kind) => topicIndexLink(text, kind)), { path: paths.data, text: text.words.siteText.data }];
}

export function buildWordsView(site: Site): WordsView {
  const { text } = site;
  const { siteText, wordsText } = text.words;
  return { kind: 'words', path: paths.words, heading: wordsText.title, title: wordsText.title, description: wordsText.lead, crumbs: [homeLink(text), { path: paths.data, text: siteText.data }], indexed: true, feeds: undefined, area: 'about', digits: text.style.digits, months: text.style.months, ways: waysToLists(site) };
}

export function buildReadingListView(site: Site): ReadingListView {
  const { text } = site;
  const { readingListText } = text.words;
  return { kind: 'readingList', path: paths.readingList, heading: readingListText.title, title: readingListText.title, description: readingListText.lead, crumbs: [homeLink(text)], indexed: false, feeds: undefined, area: undefined, digits: text.style.digits, months: text.style.months, ways: waysToLists(site) };
}
