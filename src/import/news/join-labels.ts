/** `المصدر:` alone on its line, and what it names on the next: one line again. */
import { bareBlock, type Block } from './blocks.ts';

const LABEL = /^(?:المصدر|التاريخ|تاريخ النشر|تاريخ الخبر|الكاتب|بقلم|كتب|كتبت|إعداد|اعداد|الناشر|نشر في|نشر بتاريخ)\s*[:：]$/u;
const LONGEST = 80;

export function joinLabels(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.bare === true && block.bare && block.plain.length <= LONGEST && LABEL.test(before.plain.trim()) && !/[:：.]$/u.test(block.plain.trim())) joined[joined.length - 1] = bareBlock(`${before.plain.trim()} ${block.plain.trim()}`);
    else joined.push(block);
  }
  return joined;
}
