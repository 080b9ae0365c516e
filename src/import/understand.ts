/** From what a source said to what an article file says: cleaned, furniture gone, headline, dateline and date understood. */
import { identityForm } from '../arabic/normalize.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import { checkLetters } from './clean/check-letters.ts';
import { cleanLines } from './clean/clean-lines.ts';
import { createCleaner, oneLine } from './clean/cleaner.ts';
import { addressOf, imageOf, languageOf, uniqueNames } from './clean/field-values.ts';
import { findCandidateDates, type CandidateDate, type Era } from './dates/candidate-dates.ts';
import { decideDate, fieldDate, updatedDate } from './dates/decide-date.ts';
import { findDates, type WrittenDate } from './dates/find-dates.ts';
import { batchOf, type ForeignArticle, type Refusal, type Remark } from './foreign-article.ts';
import type { Block } from './news/blocks.ts';
import { checkWords } from './news/check-words.ts';
import { joinLabels } from './news/join-labels.ts';
import { joinBlocks, readBlocks } from './news/read-blocks.ts';
import { stripFurniture, type FurnitureKnowledge } from './news/strip-furniture.ts';
import { takeByline } from './news/take-byline.ts';
import { takeCaptions } from './news/take-captions.ts';
import { sameWords, takeHeadlines } from './news/take-headlines.ts';
import { takeMetaLines } from './news/take-meta-lines.ts';
import { decodeEntities } from './read/html-entities.ts';
import { SourceRefused } from './read/open-source.ts';
import type { FieldValues } from './store/format-article.ts';
import type { NameFinder, Suggestion } from './tags/suggest-names.ts';

export interface Knowledge extends FurnitureKnowledge {
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

export function understand(article: ForeignArticle, wishes: Wishes, knowledge: Knowledge): Understood | Refusal {
  const remarks: Remark[] = [...article.remarks];
  const lost = checkLetters(article, remarks);
  if (lost !== undefined) return lost;
  const clean = createCleaner(remarks);
  const lines = cleanLines(article, clean, remarks);
  let blocks: readonly Block[];
  try {
    blocks = joinLabels(withoutLeadImage(readBlocks(article, clean, remarks), lines.image, remarks));
  } catch (error) {
    if (error instanceof SourceRefused) return { place: article.place, code: error.code, reason: error.message, fix: error.fix };
    throw error;
  }
  if (blocks.length === 0 && lines.title === undefined) return { place: article.place, code: 'empty', reason: 'neither a headline nor a text was found', fix: article.format === 'csv' || article.format === 'jsonl' ? 'name the columns with --map title=… and --map body=…' : 'look at the file' };
  const source = lines.source ?? wishes.source;
  const stripped = stripFurniture(blocks, { batch: batchOf(article), titled: lines.title !== undefined, pictured: lines.image !== undefined }, knowledge, remarks);
  const meta = takeMetaLines(stripped.blocks, { title: lines.title, signed: article.authors.length > 0 }, knowledge.names, remarks);
  const captioned = takeCaptions(meta.blocks, lines.title);
  const alt = lines.imageAlt ?? stripped.caption ?? captioned.captions[0];
  for (const text of captioned.captions) remarks.push(lines.image !== undefined && text === alt ? { kind: 'moved', code: 'caption', text } : { kind: 'removed', code: 'caption-guessed', text });
  for (const text of captioned.tags) remarks.push({ kind: 'moved', code: 'tags', text });
  const headed = takeHeadlines(captioned.blocks, lines, knowledge.names, remarks);
  const byline = takeByline(headed.blocks, [...article.authors.map(clean).map(oneLine)], knowledge.names, remarks);
  const datelines = [...meta.datelines.slice(0, meta.sourced ? 1 : 0), byline.dateline, byline.fromAuthors, ...meta.datelines.slice(meta.sourced ? 1 : 0)].filter((dateline) => dateline !== undefined);
  const agencies = [...new Set(datelines.flatMap(({ agencies: own }) => own))];
  // The agency is the source where nothing else is; beside a newspaper it is who wrote.
  const found = source ?? agencies[0];
  const writers = agencies.filter((agency) => agency !== found);
  const authors = uniqueNames([...byline.authors, ...datelines.flatMap(({ people }) => people), ...writers], remarks);
  const body = joinBlocks(byline.blocks);
  const words = [headed.title, ...(byline.head === undefined ? [] : [byline.head]), ...byline.blocks.map(({ plain }) => plain)];
  const { date, printed } = decideDate(article, meta.date ?? datelineDate(byline.head), wishes.date, remarks);
  const candidates = date === undefined ? findCandidateDates(words, knowledge.eras, knowledge.latest) : [];
  if (date !== undefined && date.sort > (knowledge.latest + 1) * 86_400_000) remarks.push({ kind: 'eye', code: 'date-future', text: date.iso });
  checkWords(headed, words, body, remarks);
  const suggestions = suggestNames(article, headed.title, words.slice(1).join('\n'), knowledge.suggest);
  for (const { kind, name, times } of suggestions) remarks.push({ kind: wishes.acceptTags ? 'cleaned' : 'eye', code: wishes.acceptTags ? 'tag-added' : 'tag-suggested', text: `${kind}: ${name}`, count: times });
  const accepted = (kind: Suggestion['kind']): readonly string[] => (wishes.acceptTags ? suggestions.filter((own) => own.kind === kind).map(({ name }) => name) : []);
  const names = (list: readonly string[]): readonly string[] => uniqueNames(list.map((name) => clean(decodeEntities(name).text)).map((name) => oneLine(name).replace(/^#/u, '').replaceAll('_', ' ')), remarks);
  if (article.leftOut.length > 0) remarks.push({ kind: 'removed', code: 'field', text: article.leftOut.slice(0, 40).join(', ') });
  const fields: Omit<FieldValues, 'id'> = {
    title: headed.title,
    kicker: headed.kicker,
    subtitle: headed.subtitle,
    date: date?.iso,
    date_printed: lines.datePrinted ?? printed,
    updated: updatedDate(article.updated ?? (meta.updated === undefined ? undefined : { text: meta.updated.written, from: 'text' }), date, remarks),
    section: lines.section ?? headed.section ?? meta.section ?? wishes.section,
    tags: uniqueNames([...names([...article.tags, ...stripped.tags, ...captioned.tags]), ...accepted('tags')], remarks),
    authors,
    source: found,
    dateline: lines.dateline ?? datelines.map(({ place }) => place).find((place) => place !== undefined),
    people: uniqueNames([...names(article.people), ...accepted('people')], remarks),
    places: uniqueNames([...names(article.places), ...accepted('places')], remarks),
    original_url: addressOf(article, remarks),
    captured: article.captured === undefined ? undefined : fieldDate(article.captured, remarks)?.iso,
    language: languageOf(lines.language, body),
    summary: lines.summary === undefined || sameWords(lines.summary, headed.title) ? undefined : lines.summary,
    image: imageOf({ ...lines, ...(alt === undefined ? {} : { imageAlt: alt }) }, headed.title, stripped.credit, remarks),
    rights: lines.rights ?? (lines.image === undefined ? stripped.credit : undefined),
    draft: article.unpublished === undefined ? undefined : true,
  };
  return { fields, date, candidates, body, suggestions, remarks };
}

function suggestNames(article: ForeignArticle, title: string, text: string, suggest: NameFinder): readonly Suggestion[] {
  const known = new Set([...article.tags, ...article.people, ...article.places].map(identityForm));
  return suggest(title, text).filter(({ name }) => !known.has(identityForm(name)));
}

/** `نابلس 4-5-2021 وفا`: the day among the words of a dateline. */
function datelineDate(head: string | undefined): WrittenDate | undefined {
  return head === undefined ? undefined : findDates(head).find(({ date }) => date.precision === 'day');
}

/** The picture of the article stands above its text once, not twice. */
function withoutLeadImage(blocks: readonly Block[], image: string | undefined, remarks: Remark[]): readonly Block[] {
  const at = blocks.slice(0, 3).findIndex(({ markdown }) => image !== undefined && /^!\[[^\]]*\]\(([^)\s]+)\)$/u.exec(markdown.trim())?.[1] === image);
  if (at === -1 || blocks.length < 2) return blocks;
  remarks.push({ kind: 'moved', code: 'image-lead', text: image ?? '' });
  return blocks.filter((_, index) => index !== at);
}
