/** References as people write them: APA (7th edition), MLA (9th), Chicago (17th, notes and bibliography), and the Arabic manner. */
import { nestDoubleQuotes, nestGuillemets } from '../../arabic/quotes.ts';
import { dayOf, type ArchiveDate } from '../../calendar/archive-date.ts';
import type { DateText } from '../date-text.ts';
import type { Citation } from './citation.ts';

export type CitationStyle = 'arabic' | 'apa' | 'mla' | 'chicago';

/** A piece of a reference. Titles and names are isolated where they stand in a line of the other direction. */
export interface CitationPart {
  readonly kind: 'text' | 'name' | 'work' | 'address';
  readonly text: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
/** MLA shortens all but May, June and July. */
const MLA_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const;

const plain = (text: string): CitationPart => ({ kind: 'text', text });
const name = (text: string): CitationPart => ({ kind: 'name', text });
const work = (text: string): CitationPart => ({ kind: 'work', text });

/** The reference as parts in order; joined they are its text. */
export function citeInStyle(style: CitationStyle, citation: Citation, text: DateText): readonly CitationPart[] {
  const address: CitationPart = { kind: 'address', text: citation.url };
  const archive = (after: string): readonly CitationPart[] => (citation.archive === undefined ? [] : [name(citation.archive), plain(after)]);
  switch (style) {
    case 'arabic':
      return [...list(citation.authors, ' و', { above: 3, shown: 1, others: ' وآخرون' }), ...after(citation, '، '), plain('«'), name(nestGuillemets(citation.title)), plain('»، '), work(citation.container), plain(`، ${arabicDate(citation.date, text)}، `), ...archive('، '), address];
    case 'apa': {
      const date = plain(` (${apaDate(citation.date)}). `);
      const title = [name(citation.title), plain(stopAfter(citation.title))];
      const opening = citation.authors.length === 0 ? [...title, date] : [...list(citation.authors, ', & ', { above: 20, shown: 19, others: ', . . . ', withLast: true }), plain('.'), date, ...title, plain(' ')];
      return [...opening, work(citation.container), plain('. '), ...archive('. '), address];
    }
    case 'mla':
      return [...list(citation.authors, ', and ', { above: 2, shown: 1, others: ', et al' }), ...after(citation, '. '), ...quotedTitle(citation.title), work(citation.container), plain(`, ${dayFirst(citation.date, MLA_MONTHS)}${citation.archive === undefined ? ',' : '.'} `), ...archive(', '), address, plain('.')];
    case 'chicago':
      return [...list(citation.authors, ', and ', { above: 10, shown: 7, others: ', et al' }), ...after(citation, '. '), ...quotedTitle(citation.title), work(citation.container), plain(`, ${monthFirst(citation.date)}. `), ...archive('. '), address, plain('.')];
  }
}

/** Between English marks, with the stop that belongs before the closing one. */
function quotedTitle(title: string): readonly CitationPart[] {
  return [plain('“'), name(nestDoubleQuotes(title)), plain(`${stopAfter(title)}” `)];
}

/** A title that ends in a question or exclamation mark, or in a stop of its own, has no other. */
function stopAfter(title: string): string {
  return /[.!?؟…]["'”’»]*$/u.test(title) ? '' : '.';
}

/** How a style shortens many names: above so many only the first ones are named. */
interface Shortening {
  readonly above: number;
  readonly shown: number;
  /** What stands for the others. */
  readonly others: string;
  /** Whether the last name follows it. */
  readonly withLast?: boolean;
}

/** Names in a row, `last` before the last one. */
function list(authors: Citation['authors'], last: string, { above, shown, others, withLast = false }: Shortening): readonly CitationPart[] {
  const between = last.startsWith(' ') ? '، ' : ', ';
  if (authors.length > above) return [...list(authors.slice(0, shown), between, { above, shown, others }), plain(others), ...(withLast ? authors.slice(-1).map((author) => name(author.name)) : [])];
  return authors.flatMap((author, index) => [...(index === 0 ? [] : [plain(index === authors.length - 1 ? last : between)]), name(author.name)]);
}

function after({ authors }: Citation, text: string): readonly CitationPart[] {
  return authors.length === 0 ? [] : [plain(text)];
}

function arabicDate(date: ArchiveDate, text: DateText): string {
  const { words: { citeText } } = text.arabic;
  const day = dayOf(date);
  return day === undefined ? `${text.arabic.date(date).gregorian}${citeText.gregorianMark}` : `${text.arabic.day(day)}${citeText.gregorianMark} (${text.arabic.hijriDay(day)})`;
}

function apaDate({ year, month, day }: ArchiveDate): string {
  return [String(year), ...(month === undefined ? [] : [`, ${MONTHS[month - 1] ?? ''}`]), ...(day === undefined ? [] : [` ${String(day)}`])].join('');
}

function dayFirst({ year, month, day }: ArchiveDate, months: readonly string[]): string {
  return [...(day === undefined ? [] : [String(day)]), ...(month === undefined ? [] : [months[month - 1] ?? '']), String(year)].join(' ');
}

function monthFirst({ year, month, day }: ArchiveDate): string {
  if (month === undefined) return String(year);
  return day === undefined ? `${MONTHS[month - 1] ?? ''} ${String(year)}` : `${MONTHS[month - 1] ?? ''} ${String(day)}, ${String(year)}`;
}
