/** Furniture of sites (share lines, "read also", wire ends …), told by rules that are data and that a user can extend. */
import { normalForm, splitWords } from '../../arabic/words.ts';

export interface FurnitureRule {
  readonly kind: string;
  readonly where: (typeof PLACES)[number];
  /** Parts between which any words may stand; each part's words in normal form. */
  readonly parts: readonly (readonly string[])[];
  /** The parts of the line that closes a span. */
  readonly until?: readonly (readonly string[])[];
  readonly mostWords: number;
}

export interface RuleFault {
  readonly line: number;
  readonly text: string;
}

const PLACES = ['line', 'begins', 'ends', 'holds', 'span'] as const;

/** Reads a table of rules; lines that are none are given back. */
export function parseFurniture(table: string): { readonly rules: readonly FurnitureRule[]; readonly faults: readonly RuleFault[] } {
  const rules: FurnitureRule[] = [];
  const faults: RuleFault[] = [];
  for (const [index, row] of table.split(/\r?\n/u).entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const [kind = '', place = '', words = '', most = ''] = row.split('\t').map((cell) => cell.trim());
    const where = PLACES.find((known) => known === place);
    const [parts = [], until = []] = words.split('>').map((side) => side.split('*').map(normalWords).filter((part) => part.length > 0));
    if (kind === '' || where === undefined || parts.length === 0 || (until.length > 0) !== (where === 'span') || !/^\d{1,3}$/u.test(most)) faults.push({ line: index + 1, text: row });
    else rules.push({ kind, where, parts, mostWords: Number(most), ...(where === 'span' ? { until } : {}) });
  }
  return { rules, faults };
}

const forms = new Map<string, string>();
/** Words remembered with their normal form; then all are forgotten, so that memory stays bounded. */
const MOST_FORMS = 50_000;

export function normalWords(text: string): readonly string[] {
  return splitWords(text).map((word) => {
    const known = forms.get(word);
    if (known !== undefined) return known;
    if (forms.size >= MOST_FORMS) forms.clear();
    const normal = normalForm(word);
    forms.set(word, normal);
    return normal;
  });
}

/** Finds the rule that a line is furniture by. */
export type FurnitureFinder = (line: string) => FurnitureRule | undefined;

export function createFurnitureFinder(rules: readonly FurnitureRule[]): FurnitureFinder {
  const longest = Math.max(0, ...rules.map(({ mostWords }) => mostWords));
  const byFirst = new Map<string, FurnitureRule[]>();
  for (const rule of rules) {
    const first = rule.parts[0]?.[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), rule]);
  }
  return (line) => {
    // A paragraph is too long for any rule: most lines end here.
    if (line.length > longest * 9 + 40) return undefined;
    const words = normalWords(line);
    if (words.length > longest || words.length === 0) return undefined;
    for (const [index, word] of words.entries()) {
      for (const rule of byFirst.get(word) ?? []) if (words.length <= rule.mostWords && fits(rule, words, index)) return rule;
    }
    return undefined;
  };
}

/** True for the line that closes what a rule of a span opened. */
export function closesSpan({ until, mostWords }: FurnitureRule, line: string): boolean {
  const words = normalWords(line);
  return until !== undefined && words.length <= mostWords && words.some((_, start) => endOf(until, words, start) !== -1);
}

/** True when the line is the words of the rule and no others: a heading of what follows. */
export function isWhole({ parts }: FurnitureRule, line: string): boolean {
  const words = normalWords(line);
  return endOf(parts, words, 0) === words.length;
}

function fits({ where, parts }: FurnitureRule, words: readonly string[], start: number): boolean {
  if ((where === 'line' || where === 'begins' || where === 'span') && start !== 0) return false;
  const end = endOf(parts, words, start);
  return end !== -1 && (where === 'line' || where === 'ends' ? end === words.length : true);
}

/** Where the last part ends, or -1. */
function endOf(parts: FurnitureRule['parts'], words: readonly string[], start: number): number {
  let at = start;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (holdsAt(words, part, at) ? at : -1) : findFrom(words, part, at);
    if (found === -1) return -1;
    at = found + part.length;
  }
  return at;
}

function findFrom(words: readonly string[], part: readonly string[], from: number): number {
  for (let at = from; at + part.length <= words.length; at += 1) if (holdsAt(words, part, at)) return at;
  return -1;
}

function holdsAt(words: readonly string[], part: readonly string[], at: number): boolean {
  return part.every((word, index) => words[at + index] === word);
}

/** `// انتهى // 12:30 ت م`: how agencies close a text, also behind the last sentence in its own line. */
const WIRE_END = /\s*(?:\/\/\s*(?:انتهى|يتبع)\s*\/\/|##\s*انتهى\s*##|\(\s*(?:انتهى|النهاية|يتبع)\s*\)|-\s*انتهى\s*-|\/+\s*انتهى\s*\/*\s*\d{0,4}|(?<=[.!؟»"”])\s*انتهى\s*\d{1,4})(?:\s*(?:\p{L}[\s./-]+){1,8}\p{L}(?!\p{L}))?(?:\s*\d{1,2}:\d{2}\s*(?:ت\s*م|تم|جمت|GMT)?)?(?:\s*(?:https?:\/\/)?[\w.]+\/\w+)?\s*$/u;

/** Cuts a wire ending off a paragraph. */
export function cutWireEnd(paragraph: string): { readonly text: string; readonly end: string | undefined } {
  const found = WIRE_END.exec(paragraph);
  return found === null ? { text: paragraph, end: undefined } : { text: paragraph.slice(0, found.index), end: found[0].trim() };
}
