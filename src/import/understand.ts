/** From what a source said to what an article file says: cleaned, furniture gone, headline, dateline and date understood. */
import { hasArabic } from '../arabic/letters.ts';
import { identityForm } from '../arabic/normalize.ts';
import { FieldFault, readImageSource, readLanguage, readUrl } from '../article/fields.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import { cleanText, type CleaningRule } from './clean/clean-text.ts';
import { findLostLetters, lineAt } from './clean/lost-letters.ts';
import { findCandidateDates, type CandidateDate, type Era } from './dates/candidate-dates.ts';
import { findDateLine } from './dates/find-date-line.ts';
import { findPathDate, readDateField, type WrittenDate } from './dates/find-dates.ts';
import type { ForeignArticle, ForeignDate, LineField, Refusal, Remark } from './foreign-article.ts';
import { bareBlock, isLinkList, markdownBlocks, textBlocks, type Block } from './news/blocks.ts';
import { findDateline, readDateline, readDatelineLine, type Dateline, type Names } from './news/dateline.ts';
import { cutWireEnd, type FurnitureFinder } from './news/furniture.ts';
import { findHeadlines } from './news/headlines.ts';
import { findJoinedWords } from './news/joined-words.ts';
import type { RepeatedLines } from './news/repeated-lines.ts';
import { decodeEntities, hasEntities } from './read/html-entities.ts';
import { htmlToMarkdown } from './read/html-to-markdown.ts';
import { SourceRefused } from './read/open-source.ts';
import type { FieldValues } from './store/format-article.ts';
import type { NameFinder, Suggestion } from './tags/suggest-names.ts';

export interface Knowledge {
  readonly furniture: FurnitureFinder;
  readonly repeated: RepeatedLines;
  readonly names: Names;
  readonly eras: readonly Era[];
  readonly suggest: NameFinder;
  /** Day number of today: no article is younger. */
  readonly latest: number;
}

export interface Wishes {
  /** For articles that have no date of their own. */
  readonly date: string | undefined;
  readonly source: string | undefined;
  readonly section: string | undefined;
  readonly acceptTags: boolean;
}

export interface Understood {
  readonly fields: Omit<FieldValues, 'id'>;
  readonly date: ArchiveDate | undefined;
  /** Where a date is wanting: what it may be. */
  readonly candidates: readonly CandidateDate[];
  readonly body: string;
  readonly suggestions: readonly Suggestion[];
  readonly remarks: readonly Remark[];
}

/** Longest values that an article file takes; see `src/article/schema.ts`. */
const LENGTHS: Readonly<Partial<Record<LineField, number>>> = { title: 500, kicker: 300, subtitle: 500, summary: 1000, source: 200, section: 100, dateline: 200, rights: 500, datePrinted: 200, imageAlt: 500, imageCredit: 200 };

export function understand(article: ForeignArticle, wishes: Wishes, knowledge: Knowledge): Understood | Refusal {
  const remarks: Remark[] = [...article.remarks];
  const lost = checkLetters(article, remarks);
  if (lost !== undefined) return lost;
  const clean = createCleaner(remarks);
  const lines = cleanLines(article, clean, remarks);
  let blocks: readonly Block[];
  try {
    blocks = readBlocks(article, clean, remarks);
  } catch (error) {
    if (error instanceof SourceRefused) return { place: article.place, code: error.code, reason: error.message, fix: error.fix };
    throw error;
  }
  const source = lines.source ?? wishes.source;
  const stripped = stripFurniture(blocks, article.lines.source ?? article.place.file, knowledge, remarks);
  const dated = takeDateLines(stripped.blocks, knowledge.names, remarks);
  const headed = takeHeadlines(dated.blocks, lines, knowledge.names, remarks);
  const byline = takeByline(headed.blocks, [...article.authors.map(clean).map(oneLine)], knowledge.names, remarks);
  const datelines = [byline.dateline, byline.fromAuthors, dated.dateline].filter((dateline) => dateline !== undefined);
  const agencies = [...new Set(datelines.flatMap(({ agencies: own }) => own))];
  // The agency is the source where nothing else is; beside a newspaper it is who wrote.
  const found = source ?? agencies[0];
  const writers = agencies.filter((agency) => agency !== found);
  const authors = uniqueNames([...byline.authors, ...datelines.flatMap(({ people }) => people), ...writers], remarks);
  const body = joinBlocks(byline.blocks, stripped.onlyFurniture ? blocks : []);
  const words = [headed.title, ...byline.blocks.map(({ plain }) => plain)];
  const { date, printed } = decideDate(article, dated.date, wishes.date, remarks);
  const candidates = date === undefined ? findCandidateDates(words, knowledge.eras, knowledge.latest) : [];
  if (date !== undefined && date.sort > (knowledge.latest + 1) * 86_400_000) remarks.push({ kind: 'eye', code: 'date-future', text: date.iso });
  checkWords(headed, words, body, remarks);
  const suggestions = suggestNames(article, headed.title, words.slice(1).join('\n'), knowledge.suggest);
  for (const { kind, name, times } of suggestions) remarks.push({ kind: wishes.acceptTags ? 'cleaned' : 'eye', code: wishes.acceptTags ? 'tag-added' : 'tag-suggested', text: `${kind}: ${name}`, count: times });
  const accepted = (kind: Suggestion['kind']): readonly string[] => (wishes.acceptTags ? suggestions.filter((own) => own.kind === kind).map(({ name }) => name) : []);
  const names = (list: readonly string[]): readonly string[] => uniqueNames(list.map(clean).map((name) => oneLine(name).replace(/^#/u, '').replaceAll('_', ' ')), remarks);
  if (article.leftOut.length > 0) remarks.push({ kind: 'removed', code: 'field', text: article.leftOut.slice(0, 40).join(', ') });
  const fields: Omit<FieldValues, 'id'> = {
    title: headed.title,
    kicker: headed.kicker,
    subtitle: headed.subtitle,
    date: date?.iso,
    date_printed: lines.datePrinted ?? printed,
    updated: updatedDate(article.updated, date, remarks),
    section: lines.section ?? wishes.section,
    tags: uniqueNames([...names(article.tags), ...accepted('tags')], remarks),
    authors,
    source: found,
    dateline: lines.dateline ?? datelines.map(({ place }) => place).find((place) => place !== undefined),
    people: uniqueNames([...names(article.people), ...accepted('people')], remarks),
    places: uniqueNames([...names(article.places), ...accepted('places')], remarks),
    original_url: address(article, remarks),
    captured: article.captured === undefined ? undefined : fieldDate(article.captured, remarks)?.iso,
    language: languageOf(lines.language, body),
    summary: lines.summary === undefined || sameWords(lines.summary, headed.title) ? undefined : lines.summary,
    image: imageOf(lines, headed.title, stripped.credit, remarks),
    rights: lines.rights ?? (lines.image === undefined ? stripped.credit : undefined),
    draft: article.unpublished === undefined ? undefined : true,
  };
  return { fields, date, candidates, body, suggestions, remarks };
}

type Cleaner = (text: string) => string;

/** Cleans texts and adds up what it did, one remark a rule. */
function createCleaner(remarks: Remark[]): Cleaner {
  const places = new Map<CleaningRule, number>();
  return (text) => {
    const { text: clean, counts } = cleanText(text);
    for (const [rule, count] of counts) {
      const at = places.get(rule);
      const known = at === undefined ? undefined : remarks[at];
      if (at === undefined || known === undefined) {
        places.set(rule, remarks.length);
        remarks.push({ kind: 'cleaned', code: rule, text: '', count });
      } else remarks[at] = { ...known, count: (known.count ?? 0) + count };
    }
    return clean;
  };
}

function checkLetters({ lines, body, place }: ForeignArticle, remarks: Remark[]): Refusal | undefined {
  for (const [field, text] of [['title', lines.title ?? ''], ['text', body.text]] as const) {
    const lost = findLostLetters(text);
    if (lost === undefined) continue;
    const line = field === 'text' && place.alone ? lineAt(text, lost.index) + (place.line ?? 1) - 1 : place.line;
    if (!lost.slight) return { place: { ...place, ...(line === undefined ? {} : { line }) }, code: lost.code, reason: lost.reason, fix: lost.fix };
    remarks.push({ kind: 'eye', code: 'letters-lost', text: `${lost.reason}: ${text.slice(Math.max(0, lost.index - 20), lost.index + 20).replace(/\s+/gu, ' ')}` });
  }
  return undefined;
}

function cleanLines({ lines }: ForeignArticle, clean: Cleaner, remarks: Remark[]): Readonly<Partial<Record<LineField, string>>> {
  const result: Partial<Record<LineField, string>> = {};
  for (const [name, raw] of Object.entries(lines) as readonly (readonly [LineField, string])[]) {
    const plain = hasEntities(raw) || /<[a-z/][^<>]*>/iu.test(raw) ? decodeEntities(raw.replace(/<\/?[a-z][^<>]*>/giu, ' ')).text : raw;
    const text = oneLine(clean(plain));
    if (text === '') continue;
    const most = LENGTHS[name];
    if (most !== undefined && text.length > most && name !== 'title') remarks.push({ kind: 'removed', code: 'field-long', text: `${name}: ${text}` });
    else result[name] = text;
  }
  return result;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function readBlocks({ body, address: base, format }: ForeignArticle, clean: Cleaner, remarks: Remark[]): readonly Block[] {
  if (body.kind === 'html') {
    const converted = htmlToMarkdown(body.text, base);
    remarks.push(...converted.remarks);
    return markdownBlocks(clean(converted.markdown));
  }
  if (body.kind === 'markdown') return markdownBlocks(clean(body.text));
  if (format === 'text' || !hasEntities(body.text)) return textBlocks(clean(body.text));
  const { text, count } = decodeEntities(body.text);
  remarks.push({ kind: 'cleaned', code: 'entities', text: '', count });
  return textBlocks(clean(text));
}

interface Stripped {
  readonly blocks: readonly Block[];
  readonly credit: string | undefined;
  readonly onlyFurniture: boolean;
}

function stripFurniture(blocks: readonly Block[], source: string, { furniture, repeated, names }: Knowledge, remarks: Remark[]): Stripped {
  const kept: Block[] = [];
  const removed: Remark[] = [];
  let credit: string | undefined;
  let afterRelated = false;
  for (const [index, block] of blocks.entries()) {
    const rule = asRule(furniture(block.plain), block.plain);
    if (rule?.kind === 'credit') {
      credit ??= block.plain;
      removed.push({ kind: 'moved', code: 'credit', text: block.plain });
    } else if (rule !== undefined) removed.push({ kind: 'removed', code: rule.kind, text: block.plain });
    else if (afterRelated && isLinkList(block)) removed.push({ kind: 'removed', code: 'related', text: block.plain });
    else if ((index < 4 || index >= blocks.length - 4) && repeated.has(source, block.plain) && findDateLine(block.plain, names) === undefined) removed.push({ kind: 'removed', code: 'repeated', text: block.plain });
    else {
      const { text, end } = block.bare ? cutWireEnd(block.plain) : { text: block.plain, end: undefined };
      if (end !== undefined) removed.push({ kind: 'removed', code: 'wire', text: end });
      if (end === undefined) kept.push(block);
      else if (text.trim() !== '') kept.push(bareBlock(text.trim()));
    }
    afterRelated = rule?.kind === 'related';
  }
  if (kept.length === 0 && blocks.length > 0) {
    // Better an article that is all furniture than one without a word.
    remarks.push({ kind: 'eye', code: 'only-furniture', text: blocks.map(({ plain }) => plain).join(' / ').slice(0, 300) });
    return { blocks: [], credit: undefined, onlyFurniture: true };
  }
  remarks.push(...removed);
  return { blocks: kept, credit, onlyFurniture: false };
}

/** `(تصوير: …)` and `عدسة/ …` are credits; a headline may begin with the same words. */
function asRule<Rule extends { readonly kind: string }>(rule: Rule | undefined, line: string): Rule | undefined {
  return rule?.kind !== 'credit' || /^[\s*]*(?:[([].*[)\]]|[\p{L}\p{M}\s]{3,20}\s*[:/–—-])/u.test(line) ? rule : undefined;
}

interface Headed {
  readonly title: string;
  readonly kicker: string | undefined;
  readonly subtitle: string | undefined;
  readonly blocks: readonly Block[];
}

const MADE_TITLE_WORDS = 12;

function takeHeadlines(blocks: readonly Block[], lines: Readonly<Partial<Record<LineField, string>>>, names: Names, remarks: Remark[]): Headed {
  const [first] = blocks;
  if (lines.title !== undefined) {
    const repeated = first !== undefined && blocks.length > 1 && (sameWords(first.plain, lines.title) || (isHeading(first) && sameWords(`${lines.section ?? ''} ${lines.title}`, first.plain)));
    if (repeated) remarks.push({ kind: 'moved', code: 'headline-repeated', text: first.plain });
    const title = fitTitle(lines.title, remarks);
    return { title: title.title, kicker: lines.kicker, subtitle: lines.subtitle, blocks: [...title.blocks, ...(repeated ? blocks.slice(1) : blocks)] };
  }
  if (first !== undefined && isHeading(first) && first.plain.length <= 500) {
    return { title: oneLine(first.plain), kicker: lines.kicker, subtitle: lines.subtitle, blocks: blocks.slice(1) };
  }
  // A full stop at its end tells that a line is no headline.
  const heads = findHeadlines(blocks.map(({ plain, bare }) => (bare && readDatelineLine(plain, names) === undefined ? plain : `${plain}.`)));
  if (heads !== undefined) return { title: heads.title, kicker: lines.kicker ?? heads.kicker, subtitle: lines.subtitle ?? heads.subtitle, blocks: blocks.slice(heads.taken) };
  const made = makeTitle(first?.plain ?? '');
  remarks.push({ kind: 'eye', code: 'headline-made', text: made });
  return { title: made, kicker: lines.kicker, subtitle: lines.subtitle, blocks };
}

/** The first words of the text, which stay where they are. */
function makeTitle(text: string): string {
  const words = oneLine(text).split(' ');
  const made = words.slice(0, MADE_TITLE_WORDS).join(' ').slice(0, 300).replace(/[،؛:,;.\s]+$/u, '');
  return made === '' ? '…' : words.length > MADE_TITLE_WORDS ? `${made}…` : made;
}

/** A headline that no field can hold goes to the text whole. */
function fitTitle(title: string, remarks: Remark[]): { readonly title: string; readonly blocks: readonly Block[] } {
  if (title.length <= (LENGTHS.title ?? 500)) return { title, blocks: [] };
  remarks.push({ kind: 'eye', code: 'headline-long', text: title.slice(0, 200) });
  return { title: makeTitle(title), blocks: [bareBlock(title)] };
}

function isHeading({ markdown }: Block): boolean {
  return /^#{1,6}\s/u.test(markdown) && !markdown.trim().includes('\n');
}

function sameWords(a: string, b: string): boolean {
  return identityForm(a) === identityForm(b);
}

interface Dated {
  readonly blocks: readonly Block[];
  readonly date: WrittenDate | undefined;
  readonly dateline: Dateline | undefined;
}

/** Lines at either end that hold a date and nothing else. */
function takeDateLines(blocks: readonly Block[], names: Names, remarks: Remark[]): Dated {
  for (const index of [...new Set([0, 1, 2, blocks.length - 1, blocks.length - 2])]) {
    const block = blocks[index];
    if (block?.bare !== true || blocks.length < 2) continue;
    const found = findDateLine(block.plain, names);
    if (found === undefined) continue;
    remarks.push({ kind: 'moved', code: 'date-line', text: block.plain });
    if (found.date.note === 'day-before-month') remarks.push({ kind: 'cleaned', code: 'date-day-before-month', text: `${block.plain} → ${found.date.date.iso}` });
    return { blocks: blocks.filter((_, at) => at !== index), date: { ...found.date, written: block.plain }, dateline: found.dateline };
  }
  return { blocks, date: undefined, dateline: undefined };
}

interface Bylined {
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | undefined;
  readonly fromAuthors: Dateline | undefined;
  readonly authors: readonly string[];
}

function takeByline(blocks: readonly Block[], authors: readonly string[], names: Names, remarks: Remark[]): Bylined {
  const [first, ...rest] = blocks;
  const line = first?.bare === true && rest.length > 0 ? readDatelineLine(first.plain, names) : undefined;
  const opening = line !== undefined && first !== undefined ? { dateline: line, head: first.plain, rest: '' } : first?.bare === true ? findDateline(first.plain, names) : undefined;
  if (opening !== undefined) remarks.push({ kind: 'moved', code: 'dateline', text: opening.head });
  // `لندن: «الشرق الأوسط»` in the field of authors; names that commas parted were one byline.
  const written = authors.join('، ');
  const byline = written === '' ? undefined : readDateline(written, names, true);
  const understood = byline !== undefined && (byline.agencies.length > 0 || byline.place !== undefined);
  if (understood) remarks.push({ kind: 'moved', code: 'byline', text: written });
  return {
    blocks: opening === undefined ? blocks : opening.rest === '' ? rest : [bareBlock(opening.rest), ...rest],
    dateline: opening?.dateline,
    fromAuthors: understood ? byline : undefined,
    authors: understood ? [] : authors.map((name) => name.replace(/[\s:،,–—-]+$/u, '').replace(/^[\s:،,–—-]+/u, '')),
  };
}

/** Names as a list of the archive takes them: short, none twice. */
function uniqueNames(names: readonly string[], remarks: Remark[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    if (name === '' || !/[\p{L}\p{N}]/u.test(name) || seen.has(identityForm(name))) return false;
    seen.add(identityForm(name));
    if (name.length <= 200) return true;
    remarks.push({ kind: 'removed', code: 'field-long', text: name.slice(0, 300) });
    return false;
  });
}

function joinBlocks(blocks: readonly Block[], instead: readonly Block[]): string {
  return (blocks.length === 0 ? instead : blocks).map(({ markdown }) => markdown).join('\n\n').trim();
}

interface Decision {
  readonly date: ArchiveDate | undefined;
  /** The date in the words of the source, where it was Hijri. */
  readonly printed: string | undefined;
}

/** Metadata first, then a line of the text, then the user, then the name of file or address. */
function decideDate(article: ForeignArticle, line: WrittenDate | undefined, given: string | undefined, remarks: Remark[]): Decision {
  const printed = line !== undefined && (line.calendar === 'hijri' || /هـ|ه\b|رمضان|شوال|شعبان|رجب|محرم|صفر|ربيع|جماد|القعدة|الحجة/u.test(line.written)) ? line.written.slice(0, 200) : undefined;
  for (const foreign of article.dates) {
    const read = fieldDate(foreign, remarks);
    if (read === undefined) continue;
    if (line !== undefined && Math.abs(line.date.sort - read.sort) > 3 * 86_400_000) remarks.push({ kind: 'eye', code: 'dates-differ', text: `${foreign.from}: ${read.iso}; text: ${line.written}` });
    return { date: read, printed };
  }
  if (line !== undefined) return { date: line.date, printed };
  const fromFile = findPathDate(article.place.file);
  const fromAddress = article.address === undefined ? undefined : findPathDate(safeDecode(article.address));
  const fromPath = [fromFile, fromAddress].find((date) => date?.precision === 'day') ?? fromFile ?? fromAddress;
  if (fromPath !== undefined && (given === undefined || fromPath.precision === 'day')) {
    remarks.push({ kind: 'cleaned', code: 'date-from-path', text: `${fromPath.iso} (${fromPath === fromFile ? article.place.file : (article.address ?? '')})` });
    return { date: fromPath, printed };
  }
  const wished = given === undefined ? undefined : readDateField(given)?.date;
  if (wished !== undefined) remarks.push({ kind: 'cleaned', code: 'date-given', text: wished.iso });
  return { date: wished, printed };
}

function safeDecode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function fieldDate({ text, from }: ForeignDate, remarks: Remark[]): ArchiveDate | undefined {
  const read = readDateField(text);
  if (read === undefined) {
    remarks.push({ kind: 'eye', code: 'date-unread', text: `${from}: ${text.slice(0, 100)}` });
    return undefined;
  }
  if (read.note !== undefined) remarks.push({ kind: 'cleaned', code: `date-${read.note}`, text: `${text.slice(0, 60)} → ${read.date.iso}` });
  return read.date;
}

function updatedDate(updated: ForeignDate | undefined, date: ArchiveDate | undefined, remarks: Remark[]): string | undefined {
  const read = updated === undefined ? undefined : fieldDate(updated, remarks);
  if (read === undefined || date === undefined || read.iso === date.iso) return undefined;
  if (read.iso.slice(0, 10) >= date.iso.slice(0, read.iso.length).slice(0, 10)) return read.iso;
  remarks.push({ kind: 'removed', code: 'updated-early', text: `${read.iso} comes before ${date.iso}` });
  return undefined;
}

function address({ address: written }: ForeignArticle, remarks: Remark[]): string | undefined {
  if (written === undefined) return undefined;
  const url = readUrl(written);
  if (!(url instanceof FieldFault)) return url;
  remarks.push({ kind: 'removed', code: 'address', text: written.slice(0, 300) });
  return undefined;
}

/** Languages written with Arabic letters beside Arabic. */
const ARABIC_SCRIPT = /^(?:fa|ur|ps|ckb|ku|ug|sd|az|ks)(?:-|$)/u;

/** Sites name a language for their whole; an article full of Arabic letters is Arabic whatever they say. */
function languageOf(named: string | undefined, body: string): string | undefined {
  if (named === undefined) return undefined;
  const language = readLanguage(named.replaceAll('_', '-'));
  if (language instanceof FieldFault || /^ar(?:-|$)/u.test(language)) return undefined;
  const arabic = body.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = body.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin && !ARABIC_SCRIPT.test(language) ? undefined : language;
}

function imageOf(lines: Readonly<Partial<Record<LineField, string>>>, title: string, credit: string | undefined, remarks: Remark[]): FieldValues['image'] {
  if (lines.image === undefined) return undefined;
  const src = readImageSource(lines.image);
  if (src instanceof FieldFault) {
    remarks.push({ kind: 'removed', code: 'image', text: lines.image.slice(0, 300) });
    return undefined;
  }
  if (lines.imageAlt === undefined) remarks.push({ kind: 'eye', code: 'image-alt', text: 'the headline stands for the description of the image' });
  return { src, alt: lines.imageAlt ?? title, credit: lines.imageCredit ?? credit?.slice(0, 200) };
}

/** What a person should look at in the words themselves. */
function checkWords({ title, kicker, subtitle }: Headed, words: readonly string[], body: string, remarks: Remark[]): void {
  const text = words.join('\n');
  for (const line of [kicker, title, subtitle]) {
    if (line !== undefined) for (const word of findJoinedWords(line, [kicker, text].join('\n'))) remarks.push({ kind: 'eye', code: 'space-missing', text: word });
  }
  if (body === '') remarks.push({ kind: 'eye', code: 'no-text', text: title });
  else if (!hasArabic(text)) remarks.push({ kind: 'eye', code: 'no-arabic', text: title });
  if (/[\uE000-\uF8FF]/u.test(text)) remarks.push({ kind: 'eye', code: 'private-characters', text: 'the text has characters that only its own font knew' });
}

function suggestNames(article: ForeignArticle, title: string, text: string, suggest: NameFinder): readonly Suggestion[] {
  const known = new Set([...article.tags, ...article.people, ...article.places].map(identityForm));
  return suggest(title, text).filter(({ name }) => !known.has(identityForm(name)));
}

