/** The text of an article as blocks of Markdown, whatever it was written in; and blocks as a text again. */
import type { ForeignArticle, Remark } from '../foreign-article.ts';
import type { Cleaner } from '../clean/cleaner.ts';
import { decodeEntities, hasEntities } from '../read/html-entities.ts';
import { htmlToMarkdown } from '../read/html-to-markdown.ts';
import { markdownBlocks, textBlocks, type Block } from './blocks.ts';

export function readBlocks({ body, address, base = address, format }: ForeignArticle, clean: Cleaner, remarks: Remark[]): readonly Block[] {
  if (body.kind === 'html') {
    const converted = htmlToMarkdown(body.text, base);
    remarks.push(...converted.remarks);
    return splitBreaks(markdownBlocks(clean(converted.markdown)));
  }
  if (body.kind === 'markdown') return format === 'html' ? splitBreaks(markdownBlocks(clean(body.text))) : markdownBlocks(clean(body.text));
  if (format === 'text' || !hasEntities(body.text)) return textBlocks(clean(body.text));
  const { text, count } = decodeEntities(body.text);
  remarks.push({ kind: 'cleaned', code: 'entities', text: '', count });
  return textBlocks(clean(text));
}

/** A line this long is a paragraph, whatever parts it from the next. */
const LONG = 90;
const MOST_EDGE = 4;

/**
 * Sites part paragraphs with `<br>`, and put headline, date and name into one element. Lines of a poem are short all through,
 * and stay together.
 */
function splitBreaks(blocks: readonly Block[]): readonly Block[] {
  const poem = blocks.filter(({ markdown }) => markdown.includes('\\\n')).length > 2 && !blocks.some(({ plain }) => plain.length > LONG * 2);
  return blocks.flatMap((block, index) => {
    if (!block.markdown.includes('\\\n') || /^\s*(?:[-*+>|#]|\d+[.)])\s/u.test(block.markdown)) return [block];
    const lines = block.markdown.split('\\\n').map((line) => line.trim()).filter((line) => line !== '');
    const edge = !poem && blocks.length > 1 && (index === 0 || index === blocks.length - 1) && lines.length <= MOST_EDGE;
    // Marks that open in one line and close in another must not be parted.
    const whole = lines.every((line) => (line.match(/\*\*/gu)?.length ?? 0) % 2 === 0 && (line.match(/\[/gu)?.length ?? 0) === (line.match(/\]/gu)?.length ?? 0));
    return whole && (edge || lines.some((line) => line.length > LONG)) ? lines.flatMap((line) => markdownBlocks(line)) : [block];
  });
}

export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ markdown }) => markdown).join('\n\n').trim();
}
