/** Headline, kicker and subtitle: from the fields, else from the first lines of the text, else made of its first words. */
import { identityForm } from '../../arabic/normalize.ts';
import type { Lines } from '../clean/clean-lines.ts';
import { oneLine } from '../clean/cleaner.ts';
import type { Remark } from '../foreign-article.ts';
import { bareBlock, type Block } from './blocks.ts';
import { findDateline, readDatelineLine, type Names } from './dateline.ts';
import { findHeadlines } from './headlines.ts';

/** The longest that an article file takes; see `src/article/schema.ts`. */
const LONGEST = 500;

export interface Headed {
  readonly title: string;
  readonly kicker: string | undefined;
  readonly subtitle: string | undefined;
  /** `عام / افتتاح المؤتمر`: agencies write the kind of news before the headline. */
  readonly section?: string;
  readonly blocks: readonly Block[];
}

const MADE_TITLE_WORDS = 12;

/** Kinds of news that the Saudi agency and others after its manner write before a headline. */
const KIND = /^(?<kind>عام|سياسي|اقتصادي|رياضي|ثقافي|اجتماعي|ديني|تعليمي|علمي|صحي|محلي|دولي|عربي|عالمي|منوعات|فني|أمني|سياسة|اقتصاد|رياضة|ثقافة)\s+\/\s*(?<rest>\S.{12,})$/u;

export function takeHeadlines(blocks: readonly Block[], lines: Lines, names: Names, remarks: Remark[]): Headed {
  const headed = findHeaded(blocks, lines, names, remarks);
  const { kind, rest } = KIND.exec(headed.title)?.groups ?? {};
  if (kind === undefined || rest === undefined || lines.section !== undefined) return headed;
  remarks.push({ kind: 'moved', code: 'section-line', text: headed.title.slice(0, headed.title.length - rest.length).trim() });
  return { ...headed, title: rest, section: kind };
}

function findHeaded(blocks: readonly Block[], lines: Lines, names: Names, remarks: Remark[]): Headed {
  const [first] = blocks;
  if (lines.title !== undefined) {
    const repeated = first !== undefined && blocks.length > 1 && (sameWords(first.plain, lines.title) || (isHeading(first) && sameWords(`${lines.section ?? ''} ${lines.title}`, first.plain)));
    if (repeated) remarks.push({ kind: 'moved', code: 'headline-repeated', text: first.plain });
    const title = fitTitle(lines.title, remarks);
    return { title: title.title, kicker: lines.kicker, subtitle: lines.subtitle, blocks: [...title.blocks, ...(repeated ? blocks.slice(1) : blocks)] };
  }
  if (first !== undefined && isHeading(first) && first.plain.length <= LONGEST) {
    return { title: oneLine(first.plain), kicker: lines.kicker, subtitle: lines.subtitle, blocks: blocks.slice(1) };
  }
  const [, second, ...others] = blocks;
  if (first !== undefined && second !== undefined && others.length > 0 && sameWords(first.plain, second.plain)) {
    remarks.push({ kind: 'moved', code: 'headline-repeated', text: second.plain });
    return findHeaded([first, ...others], lines, names, remarks);
  }
  // A full stop at its end tells that a line is no headline.
  const heads = findHeadlines(blocks.map(({ plain, bare }) => (bare && readDatelineLine(plain, names) === undefined ? plain : `${plain}.`)));
  if (heads !== undefined) return { title: heads.title, kicker: lines.kicker ?? heads.kicker, subtitle: lines.subtitle ?? heads.subtitle, blocks: blocks.slice(heads.taken) };
  const plain = first?.plain ?? '';
  const made = makeTitle(first?.bare === true ? (findDateline(plain, names)?.rest ?? plain) : plain);
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
  if (title.length <= LONGEST) return { title, blocks: [] };
  remarks.push({ kind: 'eye', code: 'headline-long', text: title.slice(0, 200) });
  return { title: makeTitle(title), blocks: [bareBlock(title)] };
}

function isHeading({ markdown }: Block): boolean {
  return /^#{1,6}\s[^\n]*$/u.test(markdown.trim()) || /^[^\n]+\n(?:=+|-{2,})$/u.test(markdown.trim());
}

export function sameWords(a: string, b: string): boolean {
  return identityForm(a) === identityForm(b);
}
