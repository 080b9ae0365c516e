/**
 * Lines before and behind a text that say when, where, by whom and for whom it was written, and nothing else: `4 مايو 2021`,
 * `بغداد/ المدى`, `كتب: …`, `المصدر: واع`, `الرئيسية > اقتصاد`. Each becomes a field.
 */
import { findDateLine } from '../dates/find-date-line.ts';
import type { WrittenDate } from '../dates/find-dates.ts';
import type { Remark } from '../foreign-article.ts';
import type { Block } from './blocks.ts';
import { readBylineLine } from './byline-line.ts';
import { readDatelineLine, type Dateline, type Names } from './dateline.ts';
import { isSectionName } from './sections.ts';
import { readSourceLine } from './source-line.ts';
import { findZones, isParagraph } from './zones.ts';

export interface MetaLines {
  readonly blocks: readonly Block[];
  readonly date: WrittenDate | undefined;
  /** The day of the last change, where the text names both. */
  readonly updated: WrittenDate | undefined;
  readonly datelines: readonly Dateline[];
  /** The first of them is a line that names the source. */
  readonly sourced: boolean;
  readonly section: string | undefined;
}

interface Meta {
  readonly code: 'date-line' | 'dateline' | 'byline' | 'source-line' | 'section-line';
  readonly date?: WrittenDate;
  readonly updated?: WrittenDate;
  readonly dateline?: Dateline | undefined;
  readonly section?: string;
}

export interface MetaKnown {
  /** The headline where it is known; without it the first line may be it. */
  readonly title: string | undefined;
  /** Who wrote is known: a name alone on its line is then something else. */
  readonly signed: boolean;
}

export function takeMetaLines(blocks: readonly Block[], { title, signed }: MetaKnown, names: Names, remarks: Remark[]): MetaLines {
  const lines = blocks.map(({ plain }) => plain);
  const { head, tail } = findZones(lines);
  const around = (own: number): string | undefined => (signed ? undefined : [title ?? '', ...lines.filter((_, index) => index !== own)].join('\n'));
  const prose = lines.some(isParagraph);
  const found = new Map<number, Meta>();
  for (const [index, { plain, bare }] of blocks.entries()) {
    if (!bare || blocks.length < 2 || (index >= head && index < tail)) continue;
    const meta = readMeta(plain, { first: index === 0 && title === undefined, behind: index >= tail && index >= head, signs: prose && plain.length <= 40 && index >= lines.length - 2, elsewhere: () => around(index) }, names);
    if (meta !== undefined) found.set(index, meta);
  }
  // Better a text of dates than none.
  if (found.size === blocks.length) found.clear();
  const all = [...found.values()];
  for (const [index, { code, date }] of found) {
    const plain = blocks[index]?.plain ?? '';
    remarks.push({ kind: 'moved', code, text: plain });
    if (date?.note === 'day-before-month') remarks.push({ kind: 'cleaned', code: 'date-day-before-month', text: `${plain} → ${date.date.iso}` });
  }
  const date = all.find((meta) => meta.date !== undefined)?.date;
  const updated = all.find((meta) => meta.updated !== undefined)?.updated;
  return {
    blocks: blocks.filter((_, index) => !found.has(index)),
    date: date ?? updated,
    updated: date === undefined ? undefined : updated,
    // Who is named as the source is the source, whatever stands above a picture.
    datelines: [...all.filter(({ code }) => code === 'source-line'), ...all.filter(({ code }) => code !== 'source-line')].flatMap(({ dateline }) => dateline ?? []),
    sourced: all.some(({ code }) => code === 'source-line'),
    section: all.find((meta) => meta.section !== undefined)?.section,
  };
}

interface Position {
  /** It may be the headline, which may look like a byline: `مصر: ارتفاع الصادرات`. */
  readonly first: boolean;
  /** It stands behind the text. */
  readonly behind: boolean;
  /** It is the last line, or the last but one, of a text of paragraphs: a line of a poem signs nothing. */
  readonly signs: boolean;
  readonly elsewhere: () => string | undefined;
}

function readMeta(plain: string, { first, behind, signs, elsewhere }: Position, names: Names): Meta | undefined {
  const date = findDateLine(plain, names);
  if (date !== undefined) return { code: 'date-line', ...(date.updated ? { updated: { ...date.date, written: plain } } : { date: { ...date.date, written: plain } }), dateline: date.dateline, ...(date.section === undefined ? {} : { section: date.section }) };
  const source = readSourceLine(plain, behind, names);
  if (source !== undefined) return { code: 'source-line', dateline: source };
  const section = readTrail(plain);
  if (section !== undefined) return { code: 'section-line', section };
  // Behind a text a name is who signed it.
  const signature = behind && signs ? readBylineLine(plain, names, elsewhere()) : undefined;
  if (behind) return signature === undefined ? undefined : { code: 'byline', dateline: signature };
  if (isSectionName(plain)) return { code: 'section-line', section: plain.trim() };
  const dateline = readDatelineLine(plain, names);
  if (dateline !== undefined && (!first || dateline.agencies.length > 0)) return { code: 'dateline', dateline };
  const byline = first || plain.length > 80 ? undefined : readBylineLine(plain, names, elsewhere());
  return byline === undefined ? undefined : { code: 'byline', dateline: byline };
}

/** `الرئيسية > أخبار > اقتصاد`, `أخبار|اقتصاد`: the way to the page; its last step is the section. */
function readTrail(line: string): string | undefined {
  if (line.length > 80) return undefined;
  const steps = line.split(/\s*(?:[>›»|\\]|\/(?!\/))\s*/u).map((step) => step.trim()).filter((step) => step !== '');
  const home = /^(?:الصفحة\s+)?الرئيسي[ةه]$|^Home$/iu.test(steps[0] ?? '');
  if (steps.length < 2 || steps.length > 5 || steps.some((step) => step.split(/\s+/u).length > (home ? 4 : 1) || /[.:،؟]/u.test(step))) return undefined;
  return home || (/^(?:ال)?[أا]خبار$/u.test(steps[0] ?? '') && /[|>›]/u.test(line)) ? steps.at(-1) : undefined;
}
