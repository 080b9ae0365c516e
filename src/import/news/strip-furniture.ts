/** Takes away what a site put around a text: by the rules, by where a line stands, and by what repeats across the import. */
import type { Remark } from '../foreign-article.ts';
import { findDateLine } from '../dates/find-date-line.ts';
import { bareBlock, isLinkList, type Block } from './blocks.ts';
import { readDateline, readDatelineLine, type Names } from './dateline.ts';
import { countsParts, isAddress, isBareNumber, isCounter, isInitials } from './edge-marks.ts';
import { closesSpan, cutWireEnd, isWhole, normalWords, type FurnitureFinder, type FurnitureRule } from './furniture.ts';
import { isHeadline } from './headlines.ts';
import { isPhotoLine } from './photo-line.ts';
import type { RepeatedLines } from './repeated-lines.ts';
import { endsSentence, findZones, isParagraph, type Zones } from './zones.ts';

/** What is known of furniture. */
export interface FurnitureKnowledge {
  readonly furniture: FurnitureFinder;
  readonly repeated: RepeatedLines;
  readonly names: Names;
}

export interface Stripped {
  readonly blocks: readonly Block[];
  readonly credit: string | undefined;
  /** Words below a picture. */
  readonly caption: string | undefined;
  /** Tags that the text names itself. */
  readonly tags: readonly string[];
}

export interface Where {
  /** What the article shares its furniture with. */
  readonly batch: string;
  /** The headline is known: the first line is not it. */
  readonly titled: boolean;
  /** There is an image whose description the words below a picture can be. */
  readonly pictured: boolean;
}

/** Kinds whose words go to a field. */
const MOVED: ReadonlySet<string> = new Set(['credit', 'caption', 'tags']);

/** Lines between the ends of a span, at most: more are an article. */
const MOST_SPAN = 40;

export function stripFurniture(blocks: readonly Block[], { batch, titled, pictured }: Where, knowledge: FurnitureKnowledge, remarks: Remark[]): Stripped {
  const lines = blocks.map(({ plain }) => plain);
  const zones = findZones(lines);
  // Where every paragraph repeats, as in one report from ten papers, the paragraphs are the text.
  const own = lines.some((line) => isParagraph(line) && !knowledge.repeated.has(batch, line));
  const kept: Block[] = [];
  const removed: Remark[] = [];
  const tags: string[] = [];
  let credit: string | undefined;
  let caption: string | undefined;
  const remove = (kind: string, text: string): void => {
    removed.push(MOVED.has(kind) && (kind !== 'caption' || pictured) ? { kind: 'moved', code: kind, text } : { kind: 'removed', code: kind, text });
  };
  for (let index = 0; index < blocks.length; index += 1) {
    const found = blocks[index];
    if (found === undefined) break;
    const block = withoutSlider(found, remove);
    const rule = ruleOf(block, knowledge.furniture);
    if (rule?.kind === 'credit' || (rule === undefined && block.bare && (index > 0 || titled) && isPhotoLine(block.plain, knowledge.names))) {
      credit ??= block.plain;
      remove('credit', block.plain);
    } else if (rule !== undefined) {
      const taken = lines.slice(index, index + followers(rule, blocks, index, (own) => ruleOf(own, knowledge.furniture) !== undefined));
      if (rule.kind === 'tags') tags.push(...tagsOf(rule, taken));
      if (rule.kind === 'caption') caption ??= isWhole(rule, block.plain) ? taken[1] : cutWords(rule, block.plain);
      for (const line of taken) remove(rule.kind, line);
      index += taken.length - 1;
    } else {
      const edge = own || !isParagraph(block.plain) ? edgeKind(index, lines, zones, block, batch, knowledge) : undefined;
      if (edge !== undefined) remove(edge, block.plain);
      else kept.push(...withoutWireEnd(block, remove).flatMap((own) => (index >= zones.tail - 1 ? partSignature(own, knowledge.names) : [own])));
    }
  }
  if (kept.length === 0 && blocks.length > 0) {
    // Better an article that is all furniture than one without a word.
    remarks.push({ kind: 'eye', code: 'only-furniture', text: lines.join(' / ').slice(0, 300) });
    return { blocks, credit: undefined, caption: undefined, tags: [] };
  }
  remarks.push(...removed);
  return { blocks: kept, credit, caption, tags };
}

/** `(تصوير: …)` and `عدسة/ …` are credits; a headline may begin with the same words. */
function ruleOf({ plain }: Block, furniture: FurnitureFinder): FurnitureRule | undefined {
  const rule = furniture(plain);
  return rule?.kind !== 'credit' || rule.where !== 'begins' || /^[\s*]*(?:[([].*[)\]]|[\p{L}\p{M}\s]{3,20}\s*[:/،,–—-])/u.test(plain) ? rule : undefined;
}

/** How many blocks go with the one at `start`, itself counted: a span to its end, the titles below «اقرأ أيضا», words below a wire's end. */
function followers(rule: FurnitureRule, blocks: readonly Block[], start: number, isFurniture: (block: Block) => boolean): number {
  const rest = blocks.slice(start + 1, start + 1 + MOST_SPAN);
  if (rule.where === 'span') {
    const end = rest.findIndex(({ plain }) => closesSpan(rule, plain));
    return end === -1 ? 1 : end + 2;
  }
  const links = rest.findIndex((block) => !isLinkList(block));
  if (rule.kind === 'related' && links > 0) return links + 1;
  const [next] = rest;
  // «تابعونا على …:» and the address below it.
  if ((rule.kind === 'follow' || rule.kind === 'subscribe') && next !== undefined && isAddress(next.plain)) return 2;
  if (next === undefined || blocks[start] === undefined || !isWhole(rule, blocks[start].plain)) return 1;
  const toEnd = start + 1 + rest.length === blocks.length && !rest.some(({ plain }) => isParagraph(plain) || endsSentence(plain));
  // Below such a heading, with no paragraph to come, stand titles of other articles, or what the agency wrote for itself.
  if ((rule.kind === 'related' || rule.kind === 'wire') && toEnd) return rest.length + 1;
  if (rule.kind === 'tags') return 1 + countWhile(rest, (block) => block.plain.length <= 40 && normalWords(block.plain).length <= 4 && !isFurniture(block));
  // In the middle one title stands there, and the text goes on.
  const isTitle = next.bare && isHeadline(next.plain) && !isParagraph(next.plain) && !isFurniture(next);
  return (rule.kind === 'related' || rule.kind === 'caption') && isTitle && rest.length > 1 ? 2 : 1;
}

function countWhile<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  const end = items.findIndex((item) => !test(item));
  return end === -1 ? items.length : end;
}

/** What a line is by where it stands, if it is no part of the text. */
function edgeKind(index: number, lines: readonly string[], { head, tail }: Zones, { plain, bare }: Block, batch: string, { repeated, names }: FurnitureKnowledge): string | undefined {
  const saysWhere = (): boolean => findDateLine(plain, names) !== undefined || readDatelineLine(plain, names) !== undefined;
  if (repeated.reaches(index, lines.length) && repeated.has(batch, plain) && !saysWhere()) return 'repeated';
  if (!bare && !isBareNumber(plain)) return undefined;
  if (isCounter(plain) && (index >= tail || index < head)) return 'counter';
  const beyond = index >= tail;
  if (!beyond && index >= head) return undefined;
  if (isBareNumber(plain)) return countsParts(plain, lines) || saysWhere() ? undefined : 'counter';
  return beyond && index > 0 && isInitials(plain) ? 'wire' : undefined;
}

/** `Next Previous عكاظ - جدة`: the buttons of a row of pictures, in one line with what stands below it. */
function withoutSlider(block: Block, remove: (kind: string, text: string) => void): Block {
  const buttons = block.bare ? /^(?:Next Previous|Previous Next|السابق التالي|التالي السابق)\s+(?=\S)/iu.exec(block.plain)?.[0] : undefined;
  if (buttons === undefined) return block;
  remove('share', buttons.trim());
  return bareBlock(block.plain.slice(buttons.length));
}

function withoutWireEnd(block: Block, remove: (kind: string, text: string) => void): readonly Block[] {
  const { text, end } = block.bare ? cutWireEnd(block.plain) : { text: block.plain, end: undefined };
  if (end === undefined) return [block];
  remove('wire', end);
  return text.trim() === '' ? [] : [bareBlock(text.trim())];
}

/** `… في قطاع الكهرباء. (وال)`: the agency that signs the last sentence is a line of its own, and read as one. */
function partSignature(block: Block, names: Names): readonly Block[] {
  const found = block.bare ? /^(?<text>[^]*[.!؟…][»"”]?)\s*(?<agency>[([][^()[\]]{2,40}[)\]])\s*$/u.exec(block.plain)?.groups : undefined;
  if (found === undefined) return [block];
  const read = readDateline(found['agency'] ?? '', names, false);
  return read === undefined || read.agencies.length === 0 ? [block] : [bareBlock(found['text'] ?? ''), bareBlock(found['agency'] ?? '')];
}

/** `كلمات مفتاحية: أ، ب`, or one a line below. */
function tagsOf(rule: FurnitureRule, taken: readonly string[]): readonly string[] {
  const [first = '', ...below] = taken;
  return [cutWords(rule, first), ...below].flatMap((line) => line.split(/\s*[،,|؛;#•·/]\s*/u)).map((tag) => tag.trim()).filter((tag) => /\p{L}/u.test(tag) && tag.length <= 60);
}

/** A line without the words of its rule, and the signs behind them. */
function cutWords({ parts }: FurnitureRule, line: string): string {
  const words = parts.flat().length;
  return line.replace(new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{M}\\p{N}\\u0640]+){${String(words)}}[^\\p{L}\\p{N}«"“(]*`, 'u'), '').trim();
}
