/** Takes away what a site put around a text: by the rules, and by what repeats across the import. */
import type { Remark } from '../foreign-article.ts';
import { findDateLine } from '../dates/find-date-line.ts';
import { bareBlock, isLinkList, type Block } from './blocks.ts';
import { readDatelineLine, type Names } from './dateline.ts';
import { cutWireEnd, type FurnitureFinder } from './furniture.ts';
import type { RepeatedLines } from './repeated-lines.ts';

/** What is known of furniture. */
export interface FurnitureKnowledge {
  readonly furniture: FurnitureFinder;
  readonly repeated: RepeatedLines;
  readonly names: Names;
}

export interface Stripped {
  readonly blocks: readonly Block[];
  readonly credit: string | undefined;
  readonly onlyFurniture: boolean;
}

export function stripFurniture(blocks: readonly Block[], batch: string, { furniture, repeated, names }: FurnitureKnowledge, remarks: Remark[]): Stripped {
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
    else if (repeated.reaches(index, blocks.length) && repeated.has(batch, block.plain) && !saysWhereFrom(block.plain, names)) removed.push({ kind: 'removed', code: 'repeated', text: block.plain });
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

/** Datelines and dates repeat too, and are no furniture. */
function saysWhereFrom(line: string, names: Names): boolean {
  return findDateLine(line, names) !== undefined || readDatelineLine(line, names) !== undefined;
}

/** `(تصوير: …)` and `عدسة/ …` are credits; a headline may begin with the same words. */
function asRule<Rule extends { readonly kind: string }>(rule: Rule | undefined, line: string): Rule | undefined {
  return rule?.kind !== 'credit' || /^[\s*]*(?:[([].*[)\]]|[\p{L}\p{M}\s]{3,20}\s*[:/–—-])/u.test(line) ? rule : undefined;
}
