/** The first and last lines of an article, where sites put their furniture, without taking the whole text to pieces. */
import type { ForeignArticle } from '../foreign-article.ts';
import { decodeEntities } from '../read/html-entities.ts';
import { markdownBlocks } from './blocks.ts';

/** Lines looked at from either end. */
export const EDGE = 4;
/** Characters that hold them, however much markup stands between. */
const REACH = { text: 640, markdown: 3000, html: 6000 } as const;

export function edgeLines({ kind, text }: ForeignArticle['body']): readonly string[] {
  const reach = REACH[kind];
  const read = READERS[kind];
  if (text.length <= reach * 2) {
    const lines = read(text);
    return lines.length <= EDGE * 2 ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
  }
  // What was cut in two at the end of a piece is no line.
  return [...read(text.slice(0, reach)).slice(0, EDGE), ...read(text.slice(-reach)).slice(1).slice(-EDGE)];
}

const READERS: Readonly<Record<keyof typeof REACH, (text: string) => readonly string[]>> = {
  text: linesOf,
  markdown: (text) => markdownBlocks(text).map(({ plain }) => plain),
  html: (html) => linesOf(decodeEntities(html.replace(/^[^<>]*>|<[^<>]*$/gu, '').replace(/<!--[^]*?-->/gu, '').replace(/<(?:br|\/?(?:p|div|li|ul|ol|h[1-6]|tr|td|section|blockquote|figure|figcaption|hr))\b[^<>]*>/giu, '\n').replace(/<[^<>]*>/gu, '')).text),
};

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
