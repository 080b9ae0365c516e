/**
 * Words below a picture that no mark tells from a subtitle: between headline and text a lone name, `الرئيس خلال استقباله الوفد`,
 * `جانب من الاجتماع`, the headline once more with words behind it. And names below a text that are its tags without saying so.
 */
import type { Block } from './blocks.ts';
import { normalWords } from './furniture.ts';
import { isPerson } from './person.ts';
import { findZones, isParagraph } from './zones.ts';

export interface Captioned {
  readonly blocks: readonly Block[];
  /** In the order of the text. */
  readonly captions: readonly string[];
  readonly tags: readonly string[];
}

/** Words that open a caption and no headline. */
const OPENING = /^(?:جانب|جوانب|لقطة|لقطات|مشهد|مشاهد)\s+(?:من|خلال|عام)\s|^صورة\s+(?:من|ل\S+|جوية|تعبيرية|توضيحية|متداولة|نشرها|وزعها|جماعية|تذكارية|تجمع)(?:\s|$)|^من\s+(?:اليمين|اليسار)(?:\s|$)/u;
/** `X خلال استقباله …`: who is shown, and at what. */
const DURING = /^(?<who>\p{L}.{1,70}?)\s+(?:خلال|أثناء|اثناء|لدى)\s+(?:ا|إ|ت|م|ل|حديث|كلم|زيار|جول|وصول|حضور|افتتاح|لقاء)\p{L}*(?:ه|ها|هم|هما)(?:\s|$)/u;
const LONGEST = 110;
/** Letters of a paragraph that is no line of a poem. */
const PROSE = 80;
const LEAST_HEADLINE = 4;

/** @param title the headline where it is known; without it the first long line of the text is it */
export function takeCaptions(blocks: readonly Block[], title: string | undefined): Captioned {
  const lines = blocks.map(({ plain }) => plain);
  const { head, tail } = findZones(lines);
  // A poem repeats its words in short lines: only in prose such a line is something else.
  if (!lines.some((line) => isParagraph(line) && line.length >= PROSE)) return { blocks, captions: [], tags: [] };
  const headlineAt = title === undefined ? lines.slice(0, head).findIndex((line) => normalWords(line).length >= LEAST_HEADLINE) : -1;
  const headline = title ?? lines[headlineAt];
  const gone = new Set<number>();
  if (headline !== undefined) {
    const text = ` ${normalWords(lines.slice(head).join('\n')).join(' ')} `;
    for (let index = headlineAt + 1; index < head; index += 1) {
      const block = blocks[index];
      if (block?.bare === true && isCaption(block.plain, headline, text)) gone.add(index);
    }
  }
  // A short last sentence is text still.
  const short = lines.slice(tail).findIndex((line) => !/[.!؟…][»"”]?\s*$/u.test(line));
  const tags = short === -1 ? [] : tailTags(blocks, tail + short, headline ?? '');
  return {
    blocks: blocks.filter((_, index) => !gone.has(index) && !tags.includes(index)),
    captions: [...gone].map((index) => lines[index] ?? ''),
    tags: tags.map((index) => lines[index] ?? ''),
  };
}

function isCaption(line: string, headline: string, text: string): boolean {
  if (line.length > LONGEST || /[.؟?!:]\s*$/u.test(line)) return false;
  const words = normalWords(line);
  const heads = normalWords(headline);
  // The headline and more: what a site gives a picture for its description.
  if (words.length > heads.length && heads.length >= LEAST_HEADLINE && heads.every((word, index) => words[index] === word)) return true;
  if (OPENING.test(line)) return true;
  const stands = (part: readonly string[]): boolean => part.length > 0 && (text.includes(` ${part.join(' ')} `) || ` ${heads.join(' ')} `.includes(` ${part.join(' ')} `));
  if (words.length <= 4 && isPerson(line.trim())) return stands(words);
  const who = DURING.exec(line)?.groups?.['who'];
  return who !== undefined && (isPerson(who) || normalWords(who).length <= 3) && stands(normalWords(who));
}

const MOST_TAG_WORDS = 4;
const LEAST_TAGS = 2;

/** Two and more lines of few words behind the last paragraph, each of which the text has too. */
function tailTags(blocks: readonly Block[], tail: number, headline: string): readonly number[] {
  const behind = blocks.slice(tail);
  if (behind.length < LEAST_TAGS || tail < 2) return [];
  const text = ` ${normalWords([headline, ...blocks.slice(0, tail).map(({ plain }) => plain)].join('\n')).join(' ')} `;
  const fits = ({ plain, bare }: Block): boolean => {
    const words = normalWords(plain);
    return bare && words.length > 0 && words.length <= MOST_TAG_WORDS && /^[\p{L}\p{M}\s]+$/u.test(plain) && text.includes(` ${words.join(' ')} `);
  };
  const end = behind.findIndex((block) => !fits(block));
  const count = end === -1 ? behind.length : end;
  return count < LEAST_TAGS ? [] : behind.slice(0, count).map((_, index) => tail + index);
}
