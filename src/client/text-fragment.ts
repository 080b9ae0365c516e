/** Links to a passage: text fragments (WICG scroll-to-text-fragment), which browsers find and mark. */
import type { Passage } from './page-text.ts';

/** Up to so many words a passage is named whole; a longer one by its beginning and end. */
const WHOLE = 12;
const ENDS = 5;
/** How many of the words beside a passage are tried, where its own words stand on the page before. */
const BESIDE = [1, 2, 3, 5, 8, 12];

/** What stands between two blanks, in the form by which browsers compare it: without marks and case. */
interface Word {
  readonly text: string;
  readonly key: string;
  readonly block: number;
}

interface Directive {
  readonly prefix: readonly Word[];
  readonly start: readonly Word[];
  readonly end: readonly Word[];
  readonly suffix: readonly Word[];
}

/**
 * `:~:text=…` by which a browser finds just this passage. It finds whole words only, takes the first place where they stand,
 * and finds none over the edge of a paragraph; so words that are half chosen are taken whole, a passage over several
 * paragraphs is named by its ends, and words beside it are named where it would be found elsewhere.
 */
export function textFragment(passage: Passage): string {
  const { words, first, last } = readWords(passage);
  const [head, tail] = [words[first]?.block, words[last]?.block];
  const chosen = words.slice(first, last + 1);
  const whole = head === tail && chosen.length <= WHOLE;
  const start = whole ? chosen : chosen.slice(0, ENDS).filter(({ block }) => block === head);
  const end = whole ? [] : chosen.slice(-ENDS).filter(({ block }) => block === tail);
  const before = (count: number): readonly Word[] => words.slice(Math.max(0, first - count), first).filter(({ block }) => block === words[first - 1]?.block);
  const behind = (count: number): readonly Word[] => words.slice(last + 1, last + 1 + count).filter(({ block }) => block === words[last + 1]?.block);

  const plain: Directive = { prefix: [], start, end, suffix: [] };
  const candidates = [plain, ...BESIDE.flatMap((count) => [{ ...plain, suffix: behind(count) }, { ...plain, prefix: before(count) }, { ...plain, prefix: before(count), suffix: behind(count) }])];
  const best = candidates.find((candidate) => {
    const found = find(words, candidate);
    return found?.first === first && found.last === last;
  });
  return write(best ?? candidates.at(-1) ?? plain);
}

function readWords({ blocks, start, end }: Passage): { readonly words: readonly Word[]; readonly first: number; readonly last: number } {
  const words: Word[] = [];
  let [first, last] = [-1, -1];
  for (const [block, content] of blocks.entries()) {
    for (const { 0: text, index } of content.matchAll(/\S+/gu)) {
      const beginsBeforeEnd = block < end.block || (block === end.block && index < end.at);
      const endsAfterStart = block > start.block || (block === start.block && index + text.length > start.at);
      if (beginsBeforeEnd && endsAfterStart) {
        last = words.length;
        if (first < 0) first = last;
      }
      words.push({ text, key: text.normalize('NFD').replace(/[\p{M}ـ]/gu, '').toLowerCase(), block });
    }
  }
  return { words, first, last };
}

/** The first place that fits a directive, as a browser would look for it. Rather too many places than too few: that only makes a link longer. */
function find(words: readonly Word[], { prefix, start, end, suffix }: Directive): { readonly first: number; readonly last: number } | undefined {
  for (let first = 0; first < words.length; first++) {
    if (!fits(words, start, first) || !fits(words, prefix, first - prefix.length)) continue;
    const behind = first + start.length;
    if (end.length === 0) {
      if (fits(words, suffix, behind)) return { first, last: behind - 1 };
      continue;
    }
    for (let at = behind; at < words.length; at++) {
      if (fits(words, end, at) && fits(words, suffix, at + end.length)) return { first, last: at + end.length - 1 };
    }
  }
  return undefined;
}

/** Whether a run of words stands at a place: in one block, and with other signs at most before the first and behind the last one. */
function fits(words: readonly Word[], run: readonly Word[], at: number): boolean {
  return run.every(({ key }, index) => {
    const word = words[at + index];
    if (word === undefined || word.block !== words[at]?.block) return false;
    if (run.length === 1) return word.key.includes(key);
    return index === 0 ? word.key.endsWith(key) : index === run.length - 1 ? word.key.startsWith(key) : word.key === key;
  });
}

function write({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix.length === 0 ? '' : `${encode(prefix)}-`, encode(start), encode(end), suffix.length === 0 ? '' : `-${encode(suffix)}`];
  return `:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

/** A hyphen or comma would part the directive. */
function encode(words: readonly Word[]): string {
  return encodeURIComponent(words.map(({ text }) => text).join(' ')).replaceAll('-', '%2D');
}
