/** The text of an article as blocks of Markdown, whatever it was written in; and blocks as a text again. */
import type { ForeignArticle, Remark } from '../foreign-article.ts';
import type { Cleaner } from '../clean/cleaner.ts';
import { decodeEntities, hasEntities } from '../read/html-entities.ts';
import { htmlToMarkdown } from '../read/html-to-markdown.ts';
import { markdownBlocks, textBlocks, type Block } from './blocks.ts';

export function readBlocks({ body, address: base, format }: ForeignArticle, clean: Cleaner, remarks: Remark[]): readonly Block[] {
  if (body.kind === 'html') {
    const converted = htmlToMarkdown(body.text, base);
    remarks.push(...converted.remarks);
    return markdownBlocks(clean(converted.markdown));
  }
  if (body.kind === 'markdown') return markdownBlocks(clean(body.text));
  if (format === 'text' || !hasEntities(body.text)) return textBlocks(clean(body.text));
  const { text, count } = decodeEntities(body.text);
  remarks.push({ kind: 'cleaned', code: 'entities', text: '', count });
  return textBlocks(clean(text));
}

export function joinBlocks(blocks: readonly Block[], instead: readonly Block[]): string {
  return (blocks.length === 0 ? instead : blocks).map(({ markdown }) => markdown).join('\n\n').trim();
}
