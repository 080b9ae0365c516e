/**
 * Articles for measuring builds: nonsense in the statistical shape of Arabic news. Words follow Zipf's law over some hundred
 * thousand forms, lengths are log-normal around 250 words, tags and authors have their few frequent and many rare names.
 * All words are of the project's own lists. The same count and seed give the same files on every machine.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWordGroups } from '../../src/arabic/word-lists.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../src/calendar/day.ts';
import { PROJECT } from './project.ts';

export interface SyntheticArticle {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, a day. */
  readonly date: string;
  readonly section: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** Paragraphs with an empty line between them. */
  readonly body: string;
}

const LISTS = ['broken-plurals.tsv', 'spellings.tsv', 'names.tsv'];

/** Words that hold sentences together take about a third of a text, in this order of frequency. */
const PARTICLES = 'في من على أن إلى التي عن مع الذي ما هذا بعد هذه كما بين خلال كان قد لا حيث ذلك حتى أو كانت منذ غير قبل عبر كل لم ضد تم عند ثم إن حول وقد'.split(' ');
const PARTICLE_SHARE = 0.3;
/** Letters that Arabic joins to a word, with their weights; together they make some thirty forms of each word. */
const BEFORE: readonly (readonly [string, number])[] = [['', 44], ['ال', 34], ['و', 6], ['وال', 6], ['ب', 4], ['بال', 3], ['ل', 3]];
const AFTER: readonly (readonly [string, number])[] = [['', 78], ['ات', 6], ['ها', 6], ['ه', 5], ['هم', 3], ['ين', 2]];

const SECTIONS = ['سياسة', 'اقتصاد', 'محليات', 'رياضة', 'ثقافة', 'علوم', 'صحة', 'منوعات', 'رأي', 'تقنية'];
const SOURCES = 8;
const AUTHORS = 300;
const TAGS = 1_500;
const FIRST_DAY = { year: 2010, month: 1, day: 1 };
/** Fifteen years. */
const DAYS = 5_478;

/** A generator of numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An index below `count`; the chance of the nth is as 1/n. */
function zipf(random: number, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(random * Math.log(count + 1))) - 1);
}

function weighted(random: number, items: readonly (readonly [string, number])[]): string {
  let rest = random * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) if ((rest -= weight) < 0) return item;
  return '';
}

/** Makes articles one after the other, oldest first. */
export async function* syntheticArticles(count: number, seed = 1): AsyncGenerator<SyntheticArticle> {
  const random = randomNumbers(seed);
  const words = shuffle(await loadWords(), random);
  const word = (): string => {
    if (random() < PARTICLE_SHARE) return PARTICLES[zipf(random(), PARTICLES.length)] ?? '';
    const core = words[zipf(random(), words.length)] ?? '';
    return `${weighted(random(), BEFORE)}${core}${weighted(random(), AFTER)}`;
  };
  const sentence = (length: number): string => Array.from({ length }, word).join(' ');
  const names = (kind: string, total: number): readonly string[] => Array.from({ length: total }, (_, index) => `${kind} ${words[index % words.length] ?? ''} ${words[(index * 7 + 3) % words.length] ?? ''}`);
  const tags = names('ملف', TAGS);
  const authors = names('كاتب', AUTHORS);
  const sources = names('صحيفة', SOURCES);
  for (let index = 0; index < count; index += 1) {
    const date = isoDay(dayFromNumber(dayNumber(FIRST_DAY) + Math.floor((index / count) * DAYS)));
    yield {
      id: `s${index.toString(36).padStart(7, '0')}`,
      title: sentence(6 + Math.floor(random() * 7)),
      date,
      section: SECTIONS[zipf(random(), SECTIONS.length)] ?? '',
      source: sources[zipf(random(), SOURCES)] ?? '',
      tags: [...new Set(Array.from({ length: Math.floor(random() * 6) }, () => tags[zipf(random(), TAGS)] ?? ''))],
      authors: random() < 0.6 ? [authors[zipf(random(), AUTHORS)] ?? ''] : [],
      body: body(Math.round(Math.min(2_500, Math.max(30, 220 * Math.exp(0.6 * normal(random))))), random, sentence),
    };
  }
}

function body(length: number, random: () => number, sentence: (length: number) => string): string {
  const paragraphs: string[] = [];
  for (let rest = length; rest > 0; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(8 + Math.floor(random() * 22)));
    paragraphs.push(`${sentences.join('، ')}.`);
    rest -= sentences.join(' ').split(' ').length;
  }
  return paragraphs.join('\n\n');
}

/** A number of the normal distribution (Box–Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function shuffle(items: readonly string[], random: () => number): readonly string[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other] ?? '', shuffled[index] ?? ''];
  }
  return shuffled;
}

async function loadWords(): Promise<readonly string[]> {
  const texts = await Promise.all(LISTS.map((name) => readFile(join(PROJECT, 'src/arabic/lists', name), 'utf8')));
  return [...new Set(texts.flatMap((text) => parseWordGroups(text, 1).groups.flat()).filter((word) => !/[^\u0621-\u064A]/u.test(word)))];
}

/** The article file as an editor would write it. */
export function articleFile({ body: text, ...fields }: SyntheticArticle): string {
  const lines = Object.entries(fields).filter(([, value]) => value.length > 0).map(([key, value]) => `${key}: ${typeof value === 'string' ? JSON.stringify(value) : `[${value.map((item) => JSON.stringify(item)).join(', ')}]`}`);
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}
