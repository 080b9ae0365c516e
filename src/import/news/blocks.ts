/** The blocks of a text: paragraphs, lists, quotations. Their words for looking, their Markdown for keeping. */
import { bodyText } from '../../article/markdown.ts';
import { escapeMarkdown } from '../clean/escape-markdown.ts';
import { splitParagraphs } from '../clean/split-paragraphs.ts';

export interface Block {
  /** The words as one reads them. */
  readonly plain: string;
  readonly markdown: string;
  /** True for a paragraph without any mark: what is cut off its words can be cut off its Markdown. */
  readonly bare: boolean;
}

export function textBlocks(text: string): readonly Block[] {
  return splitParagraphs(text).map((plain) => bareBlock(plain));
}

export function bareBlock(plain: string): Block {
  return { plain, markdown: escapeMarkdown(plain), bare: true };
}

/** Marks that make something other than a plain paragraph of a block. */
const MARKED = /[\\`*_[\]<>#|~&]|^\s*(?:[-+]\s|\d{1,9}[.)]\s)|^\s*(?:=+|-{2,})\s*$/mu;

export function markdownBlocks(text: string): readonly Block[] {
  // A fence may hold blank lines: such a text is taken as a whole.
  const parts = /^\s*(?:```|~~~)/mu.test(text) ? [text.trim()] : text.split(/\n[^\S\n]*\n/u);
  return parts.map((part) => part.replace(/^\n+|\s+$/gu, '')).filter((part) => part.trim() !== '').map((part) => {
    const bare = !MARKED.test(part) && !part.includes('\n');
    return { plain: bare ? part.trim() : bodyText(part).trim(), markdown: part, bare };
  });
}

/** A list of nothing but links: what stands below «اقرأ أيضا». */
export function isLinkList(block: Block): boolean {
  return block.markdown.split('\n').every((line) => /^\s*(?:[-*+]|\d+\.)?\s*\[[^\]]*\]\([^)]*\)\s*$/u.test(line));
}
