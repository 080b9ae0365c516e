/**
 * English, for researchers: every text of the interface with the names and forms of `src/arabic/strings.ts`, `plural.ts`
 * and `src/calendar/months.ts`. Names from the archive are Arabic; in a sentence each stands between isolates (U+2068,
 * U+2069), so that the numbers and marks beside it stay on their side.
 */
import { formatNumber, type DigitShape } from '../arabic/digits.ts';
import type { LanguageFacts, NounName, Texts } from './language.ts';

export const language: LanguageFacts = { code: 'en', direction: 'ltr', locale: 'en_GB', name: 'English', file: 'src/languages/english.ts' };

const isolate = (text: string): string => (/[^\P{Alphabetic}\P{Script=Arabic}]/u.test(text) ? `\u2068${text}\u2069` : text);

export const siteText: Texts['siteText'] = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Parts of the site',
  breadcrumbs: 'Where you are',
  comma: ', ',
  quotes: ['“', '”'],
  home: 'Home',
  dates: 'Dates',
  hijriDates: 'Hijri calendar',
  about: 'About',
  search: 'Search',
  searchInArchive: 'Search the archive',
  searchPlaceholder: 'Arabic words…',
  feedAtom: 'Atom feed',
  feedJson: 'JSON feed',
  builtWith: 'Made with Warraq, for archives of the Arabic press.',
  data: 'Data',
  hijriNote: 'Hijri dates follow the Umm al-Qura calendar and may differ from the sighted month by a day.',
};

export const defaultText: Texts['defaultText'] = {
  siteName: 'Warraq',
  description: 'An archive of Arabic news',
};

export const sentence: Texts['sentence'] = {
  counted: (heading, count) => `${isolate(heading)}: ${count}.`,
  topic: (kind, name, count) => `${kind} “${isolate(name)}”: ${count}.`,
  topicPeriod: (kind, name, period, count) => `${kind} “${isolate(name)}” in ${period}: ${count}.`,
  day: (gregorian, hijri, count) => `Articles of ${gregorian} (${hijri}): ${count}.`,
  period: (name, count) => `Articles of ${name}: ${count}.`,
  topicInPeriod: (name, period) => `${isolate(name)}, ${period}`,
  labelled: (label, value) => `${label}: ${isolate(value)}`,
  cell: (date, count) => `${date}, ${count}`,
  year: (year) => year,
  wholeDay: (count) => `All of the day (${count})`,
  upTo: (count) => `up to ${count}`,
  moreThan: (count) => `more than ${count}`,
  nothingFound: (query) => `Nothing found for “${isolate(query)}”. Try fewer words, or another spelling of the name.`,
};

export const topicText: Texts['topicText'] = {
  section: { all: 'Sections', one: 'Section' },
  tag: { all: 'Tags', one: 'Tag' },
  source: { all: 'Sources', one: 'Source' },
  author: { all: 'Authors', one: 'Author' },
  person: { all: 'People', one: 'Person' },
  place: { all: 'Places', one: 'Place' },
};

export const homeText: Texts['homeText'] = {
  today: 'Today',
  latest: 'Newest in the archive',
  browseByYear: 'By year',
  browseBySection: 'By section',
  frequentTags: 'Frequent tags',
  allTags: 'All tags',
  allDates: 'All dates',
};

export const articleText: Texts['articleText'] = {
  original: 'Original',
  printedDate: 'Date as printed',
  updated: 'Updated',
  captured: 'Captured',
  precision: 'Precision of the date',
  digest: 'Digest of the file',
  tags: 'Tags',
  related: 'On the same subject, from the archive',
  shared: 'In common',
  people: 'People',
  places: 'Places',
  rights: 'Rights',
  credit: 'Image:',
  corrections: 'Corrections',
  details: 'Record',
  address: 'Permanent address',
  previous: 'Previous',
  next: 'Next',
  neighbours: 'The articles before and after, by date',
  withdrawnTitle: 'Withdrawn article',
  withdrawnNotice: 'This article has been withdrawn from the archive. Its address remains, so that whoever comes for it learns what happened.',
  withdrawnOn: 'Withdrawn on',
  withdrawnReason: 'Reason',
};

export const periodText: Texts['periodText'] = {
  earlier: 'Earlier',
  later: 'Later',
  neighbours: 'The periods before and after',
  noDay: 'Day not known',
  noMonth: 'Month not known',
  hijriMonths: 'Hijri months',
  gregorianMonths: 'Gregorian months',
  equals: '/',
  from: 'from',
  to: 'to',
  inHijri: 'In the Hijri calendar',
  inGregorian: 'In the Gregorian calendar',
};

export const listText: Texts['listText'] = {
  newest: 'Newest',
  byYear: 'By year',
  byMonth: 'By month',
  letters: 'Letters',
  visitSource: 'Site of the source',
  ownSite: 'Official site',
  otherNames: 'Other names',
  together: 'Tags seen with it',
  wikidata: 'Wikidata',
  viaf: 'VIAF authority file',
};

export const aboutText: Texts['aboutText'] = {
  title: 'About the archive',
  inNumbers: 'The archive in numbers',
  articles: 'Articles',
  firstDate: 'Oldest article',
  lastDate: 'Newest article',
  days: 'Days with articles',
  distribution: 'Articles by month',
  gaps: 'Longest gaps',
  gapsNote: 'The longest times without an article between two known days.',
  from: 'From',
  to: 'To',
  length: 'Length',
  noGaps: 'There are no gaps between the first day of the archive and its last.',
  rights: 'Rights',
  data: 'For programs and researchers',
  dataNote: 'Each section and tag has two feeds of its own, named on its page.',
  sitemap: 'Sitemap',
};

export const notFoundText: Texts['notFoundText'] = {
  title: 'Page not found',
  lead: 'The archive has no page at this address. The address may be mistyped, or the link that brought you here is old.',
  try: 'Try one of these:',
};

export const searchText: Texts['searchText'] = {
  title: 'Search',
  needsScript: 'Search needs JavaScript. Without it you can browse the archive:',
  hint: 'Type one or more Arabic words; put a phrase between quotation marks “” to find it as it stands.',
  loading: 'Searching…',
  partial: 'No article has all the words; these come closest:',
  failed: 'The search index could not be loaded. Check the connection and try again.',
  tooOld: 'This browser is too old to search the archive. Update it, or use another one.',
  retry: 'Try again',
  more: 'More results',
  nothingLeft: 'No results within what you chose.',
  suggestions: 'Suggestions',
  results: 'Results',
  sort: 'Order',
  narrow: 'Narrow the search',
  time: 'Results by year',
  chooseMonth: 'Months of the year',
  from: 'From',
  to: 'To',
  anyYear: 'any year',
  chosen: 'What you chose to narrow the search',
  clear: 'Clear all',
  moreValues: 'More',
  noValues: 'Nothing in these results.',
  meant: 'Did you mean',
};

export const sortText: Texts['sortText'] = {
  relevance: 'Closest to the search',
  newest: 'Newest first',
  oldest: 'Oldest first',
};

export const searchSentence: Texts['searchSentence'] = {
  someComplete: (count, complete) => `${count}; all the words in ${complete} of them`,
  unknown: (words) => `Not in the archive: ${words.map((word) => `“${isolate(word)}”`).join(', ')}.`,
  instead: (words) => `These results have what comes nearest to it: ${words.map((word) => `“${isolate(word)}”`).join(', ')}.`,
  counted: (name, count) => `${isolate(name)}: ${count}`,
  remove: (name) => `Remove ${isolate(name)}`,
  span: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  until: (to) => `until ${to}`,
  onlyYear: (year) => `This copy holds the articles of ${year}; the search covers only those.`,
};

export const searchHelp: Texts['searchHelp'] = {
  title: 'How to search',
  rows: [
    ['وزير الخارجية', 'Articles with both words, in any of their forms: with the article or a preposition, singular or plural.'],
    ['«وزير الخارجية»', 'The phrase as typed: its words side by side and in order. Any quotation marks will do.'],
    ['«وزراء»', 'A single word between quotation marks is wanted in this form only.'],
    ['دمشق أو حلب', 'Either word will do.'],
    ['مصر -القاهرة', 'What stands after the minus sign is kept out of the results.'],
  ],
  keys: 'The key / leads to the search box, the arrows ↓ ↑ from result to result, and Enter opens the article.',
};

export const markText: Texts['markText'] = {
  label: 'Where the words of the search stand',
  previous: 'Previous place',
  next: 'Next place',
  remove: 'Remove the marks',
  place: (current, all, digits) => `${formatNumber(current, digits)} of ${formatNumber(all, digits)}`,
};

export const citeText: Texts['citeText'] = {
  title: 'Cite this article',
  gregorianMark: ' CE',
  styles: { arabic: 'Arabic', apa: 'APA', mla: 'MLA', chicago: 'Chicago' },
  files: 'Files for reference managers',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying failed',
  copyAddress: 'Copy the permanent address',
  selection: 'Selected text',
  copyQuote: 'Copy with the reference',
  copyPassage: 'Copy a link to the passage',
};

export const onThisDayText: Texts['onThisDayText'] = {
  title: 'On this day',
  lead: 'What was published on each day of the year, over the years, by the Gregorian and the Hijri calendar.',
  gregorian: 'Gregorian calendar',
  none: 'Nothing in the archive falls on this day.',
  all: 'All days of the year',
  before: 'The day before',
  after: 'The day after',
};

export const chartText: Texts['chartText'] = {
  months: 'Articles by month',
  days: 'Days of the year',
  table: 'The numbers as a table',
  month: 'Month',
  count: 'Articles',
  highest: 'highest',
  less: 'fewer',
  more: 'more',
};

export const dossierText: Texts['dossierText'] = {
  title: 'Dossiers',
  all: 'All dossiers',
  lead: 'Stories in which the editor brings together articles of the archive on one subject.',
  timeline: 'Timeline',
  one: 'Dossier',
};

export const dataFieldText: Texts['dataFieldText'] = {
  id: 'The article’s permanent id, the last part of its address.',
  url: 'The permanent address of the article’s page.',
  title: 'The headline.',
  date: 'When it was published, as far as it is known: the year, the month, the day, or the day and time with the offset from UTC.',
  date_precision: 'How exactly the date is known: year, month, day or time.',
  date_hijri: 'The Hijri date by the Umm al-Qura calendar, where the day is known.',
  date_printed: 'The date as the source printed it.',
  updated: 'The publisher’s last change.',
  section: 'The section.',
  tags: 'The tags.',
  authors: 'The authors, as printed.',
  source: 'The newspaper, agency or body that published the article.',
  people: 'People whom the article mentions.',
  places: 'Places that the article mentions.',
  language: 'Code of the language of the text.',
  kicker: 'The line above the headline.',
  subtitle: 'The line below the headline.',
  summary: 'A summary by the editor.',
  original_url: 'The address of the original.',
  captured: 'When it was copied from the original.',
  rights: 'The rights in the article, in what its source publishes, or in the whole archive.',
  dateline: 'The place named before the text.',
  corrected: 'Dates of the corrections. Their texts stand with the texts of the articles.',
};

export const dataText: Texts['dataText'] = {
  title: 'Data of the archive',
  lead: 'The whole archive as open files for researchers and programs, without an account or a key.',
  whole: 'The whole archive',
  wholeNote: 'What is known of every article, in one table. The texts are in the files of the years.',
  byYear: 'Year by year',
  year: 'Year',
  table: 'Table (CSV)',
  texts: 'With texts (JSON)',
  references: 'References',
  fields: 'Fields',
  field: 'Field',
  meaning: 'What it means',
  listsNote: 'Lists stand in one cell, parted by a vertical bar between two spaces. An apostrophe stands before texts that a spreadsheet would take for a formula.',
  encodingNote: 'Tables are in UTF-8 with the byte order mark that spreadsheets need to show Arabic.',
  precision: 'Precision of dates',
  precisionOf: { time: 'day and time known', day: 'day known', month: 'month known', year: 'year known' },
  faults: 'What is missing',
  without: { section: 'without a section', tags: 'without tags', authors: 'without an author', source: 'without a source', original: 'without an address of the original', text: 'without text' },
  gapsNote: 'The gaps in time are on the page',
  package: 'Data package (Frictionless)',
  checksums: 'Checksums (SHA-256)',
  api: 'For programs',
  apiNote: 'Lists and counts as JSON at stable addresses. A version may gain fields; none is taken away or renamed.',
  formsNote: 'Each article has three more forms beside its page: JSON, plain text and Markdown.',
  apiIndex: 'Start',
  apiCounts: 'Counts',
  apiTopics: 'Sections, tags and names',
};

export const readerText: Texts['readerText'] = {
  size: { label: 'Text size', options: { normal: 'normal', large: 'large', larger: 'larger' } },
  theme: { label: 'Colours', options: { auto: 'as the device', light: 'light', dark: 'dark' } },
  width: { label: 'Line width', options: { normal: 'normal', wide: 'wide' } },
  // English has one set of digits and one of months; these two are not offered.
  digits: { label: 'Digits', options: { site: 'as the site', western: 'European', arabic: 'Arabic' } },
  months: { label: 'Month names', options: { site: 'as the site', gulf: 'Gulf', levant: 'Levant', maghreb: 'Maghreb', morocco: 'Morocco', dual: 'two names' } },
  calendar: { label: 'Calendar first', options: { gregorian: 'Gregorian', hijri: 'Hijri' } },
  keys: { title: 'Keyboard shortcuts', search: 'To the search box', next: 'Next article or period', previous: 'Previous article or period', help: 'This list', close: 'Close' },
  share: 'Share',
};

export const movedText: Texts['movedText'] = {
  title: 'This page has moved',
  lead: 'The new address:',
};

/** The history of changes to the archive. */
export const historyText: Texts['historyText'] = {
  title: 'History of changes',
  lead: 'What was added to the archive, corrected in it and withdrawn from it, by date.',
  nothing: 'No changes have been recorded yet.',
  unrecorded: 'This archive keeps no record of what is added, so only corrections and withdrawals are listed here.',
  since: (date) => `What is added and edited has been recorded since ${date}.`,
  began: (count) => `The record begins, with ${count} in the archive`,
  kinds: { added: 'Added', edited: 'Edited', corrected: 'Corrected', withdrawn: 'Withdrawn', removed: 'Removed' },
  editedHint: 'The file has changed, and no note in it says why.',
  others: 'Others',
  withdrawnArticle: 'Withdrawn article',
  byPeriod: 'By month',
};

/** The page on which words are followed through time. */
export const wordsText: Texts['wordsText'] = {
  title: 'Words over time',
  lead: 'In how many articles a word occurs in each month or year, and how often it stands in their texts: as a number, or as a share of what was published. Several words can be compared in one chart.',
  input: 'Words, separated by commas',
  example: 'النفط، الغاز',
  show: 'Draw',
  needsScript: 'This page needs JavaScript in the browser. Without it you can browse the archive and download its data:',
  measure: 'Measure',
  measures: { count: 'Number of articles', share: 'Share of the period’s articles', times: 'Occurrences in texts', rate: 'Occurrences per ten thousand words' },
  step: 'Period',
  steps: { month: 'Month', year: 'Year' },
  loading: 'Counting…',
  chart: 'A chart; its numbers are in the table below.',
  table: 'The numbers as a table',
  period: 'Period',
  all: 'All articles',
  allWords: 'Words of the texts',
  inBrackets: (number, share) => `${number}; in brackets: ${share.charAt(0).toLowerCase()}${share.slice(1)}`,
  percent: '%',
  csv: 'Download the table (CSV)',
  help: 'Words are asked for as in the search: quotation marks for a phrase or a form as it stands, “OR” between alternatives that are counted together.',
  whatCounts: 'What is counted?',
  counted: 'Articles count that have any form of the word, wherever it stands: in headline, text, summary, tags and names. An article that repeats the word counts once. Articles of which only the year is known count in years, not in months. A line of shares breaks where there are no articles.',
  countedTimes: 'Occurrences are counted in the texts of articles alone, in all forms of the word, not in headlines, summaries, tags and names; their share is of the words of these texts. They are counted for a single word and for a phrase in quotation marks, not for words that stand apart.',
  uncountedWords: 'They are not counted for the most usual words:',
  uncounted: (words) => `Occurrences are not counted for: ${words.map(isolate).join(', ')}. There are none for the most usual words, nor for words that stand apart; write a phrase or a compound name in quotation marks.`,
  tooMany: (words) => `Five words can be compared at most; not drawn: ${words.join(', ')}.`,
};

/** The list of what the reader wants to read, and what articles say of reading. */
export const readingListText: Texts['readingListText'] = {
  title: 'Reading list',
  lead: 'Articles that you have saved to read. The list is kept in your browser alone, and is sent to nobody.',
  needsScript: 'The reading list needs JavaScript in the browser. Without it you can browse the archive:',
  empty: 'The list is empty. Add to it from the page of any article, or from lists.',
  add: 'Add to reading list',
  added: 'On the reading list',
  save: 'Save',
  saved: 'Saved',
  remove: 'Remove',
  about: (title) => ` (reading list): ${title}`,
  clear: 'Empty the list',
  clearSure: 'Empty the whole list?',
  export: 'Download the list',
  text: 'Text',
  full: 'It could not be saved: the browser does not allow storage, or its room is full.',
  incomplete: (count) => `The references of ${count} could not be loaded and are not in the file.`,
  fields: { title: 'Title', date: 'Date', source: 'Source', address: 'Permanent address' },
  time: (words, minutes) => `${words}, ${minutes} to read`,
  lessThanMinute: 'less than a minute',
};

interface EnglishNoun {
  readonly one: string;
  readonly other: string;
}

/** The rule is English’s whole plural (CLDR `one`, `other`); a number of thousands is grouped as everywhere. */
export function formatCount(n: number, noun: EnglishNoun, shape: DigitShape): string {
  return `${n === 0 ? 'no' : formatNumber(n, shape)} ${n === 1 ? noun.one : noun.other}`;
}

const regular = (one: string): EnglishNoun => ({ one, other: `${one}s` });

/** Reading without a network. */
export const offlineText: Texts['offlineText'] = {
  title: 'Reading offline',
  lead: 'Keep on this device what you want to read and search without a network. Of the pages that you open, the last ones are kept anyway.',
  needsScript: 'Keeping needs JavaScript.',
  switchedOff: 'This site does not offer its pages for reading offline.',
  notHere: 'Nothing is kept in a preview, which shows pages as they were written just now.',
  unsupported: 'This browser keeps nothing, or not in a private window. Open the page in an ordinary window or a newer browser.',
  insecure: 'Browsers keep pages of sites with a secure address (https) only.',
  kept: 'Kept on this device',
  nothing: 'You have kept nothing yet.',
  choose: 'Keep for reading offline',
  year: 'Year',
  topic: 'Tag, section or name',
  topicHint: 'Type how it begins, then choose it.',
  whole: 'The whole archive',
  keepYear: 'Keep the year',
  keepTopic: 'Keep its articles',
  keepWhole: 'Keep the whole archive',
  measuring: 'Finding the size…',
  unknownTopic: 'The archive has no such name. Choose one of the list.',
  noNetwork: 'No network. What was kept can be read; more can be kept when the network is back.',
  pause: 'Pause',
  resume: 'Continue',
  remove: 'Remove',
  removeConfirm: 'Remove it from the device',
  cancel: 'Leave it',
  complete: 'Complete',
  partial: 'not complete',
  done: 'All is kept.',
  paused: 'Paused; what was kept stays.',
  interrupted: 'The connection broke. What was kept stays; it goes on when the connection is back.',
  elsewhere: 'Another window of this site is keeping pages.',
  full: 'The browser gives no more space. What was kept stays. Remove something that you have kept, or files of your device, then continue.',
  failed: 'Keeping failed. Try again later.',
  progress: 'Kept so far',
  topicSearched: 'with the search in them offline',
  topicNotSearched: 'What you kept of a tag, section or name without the search can be read offline, and is not searched.',
  mayBeCleared: 'The browser may clear what was kept when the device is short of space.',
  notKept: 'No network, and the page that you asked for was not kept on this device.',
  searchNotKept: 'No network, and nothing to search was kept on this device. When the network is back you can keep what you want:',
};

export const offlineSentence: Texts['offlineSentence'] = {
  size: (count, size) => `${count}, ${size} on the device`,
  tooLarge: (free) => `The space that the browser gives here does not suffice: ${free}.`,
  progress: (done, total) => `${done} of ${total} kept`,
  keptOn: (date) => `kept on ${date}`,
  removeName: (name) => `Remove: ${isolate(name)}`,
  copyOffline: (date) => `No network. This copy was kept on your device on ${date}.`,
  copySlow: (date) => `The network is slow. This copy was kept on your device on ${date}; the site may have a newer one.`,
  copyFault: (date) => `The site does not answer. This copy was kept on your device on ${date}.`,
  moment: (day, time) => `${day}, ${time}`,
  covers: (names) => `No network. Only what is kept on this device is searched: ${names.map(isolate).join(', ')}.`,
};

export const sizeText: Texts['sizeText'] = { kilobytes: 'kB', megabytes: 'MB', gigabytes: 'GB' };

export const nouns: Readonly<Record<NounName, EnglishNoun>> = {
  article: regular('article'),
  tag: regular('tag'),
  section: regular('section'),
  source: regular('source'),
  author: regular('author'),
  person: { one: 'person', other: 'people' },
  place: regular('place'),
  dossier: regular('dossier'),
  day: regular('day'),
  month: regular('month'),
  year: regular('year'),
  file: regular('file'),
  result: regular('result'),
  word: regular('word'),
  occurrence: regular('occurrence'),
  minute: regular('minute'),
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** The spelling of the Encyclopaedia of Islam without its dots and dashes, as English newspapers have it. */
const HIJRI = ['Muharram', 'Safar', 'Rabi I', 'Rabi II', 'Jumada I', 'Jumada II', 'Rajab', 'Shaban', 'Ramadan', 'Shawwal', 'Dhu al-Qada', 'Dhu al-Hijja'] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Stands after a Hijri year. */
export const hijriMark = ' AH';

/** Arabic has regional names; English has one set, whatever the site chose. */
export function gregorianMonthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

export function shortMonthName(month: number): string {
  return gregorianMonthName(month).slice(0, 3);
}

export function hijriMonthName(month: number): string {
  return HIJRI[month - 1] ?? '';
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

export function weekdayLetter(weekday: number): string {
  return weekdayName(weekday).slice(0, 2);
}
