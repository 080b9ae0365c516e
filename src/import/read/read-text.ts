/** Plain text: one article a file, or many with a line of signs between them. */
import { emptyArticle, type Found } from '../foreign-article.ts';
import { splitLines, type TextLine } from './decode-stream.ts';
import { MAX_RECORD, MAX_TEXT } from './limits.ts';

/** A line of one sign: `=====`, or ten and more of signs that also stand between the parts of one article. */
const SEPARATOR = /^\s*(?:={5,}|[-*_#~+]{10,}|%%+)\s*$/u;

/** @param separator a line that parts articles; guessed without one */
export async function* readText(chunks: AsyncIterable<string>, file: string, separator?: string): AsyncGenerator<Found> {
  const isSeparator = (text: string): boolean => (separator === undefined ? SEPARATOR.test(text) : text.trim() === separator.trim());
  const article = (lines: readonly string[], line: number, record: number, alone: boolean): Found => ({ article: { ...emptyArticle({ file, record, line, alone }, 'text'), body: { kind: 'text', text: lines.join('\n') } } });

  let lines: string[] = [];
  let start = 1;
  let size = 0;
  let record = 1;
  let tooLong = false;
  let filled = false;
  const refusal = (line: number): Found => ({ refusal: { place: { file, record, line }, code: 'too-long', reason: `more than ${String(MAX_TEXT)} characters without a separator`, fix: 'part the articles with lines of =====, or name the separator with --separator' } });
  for await (const part of splitForms(splitLines(chunks, MAX_RECORD))) {
    const ends = part === 'form feed' || (part.text !== undefined && isSeparator(part.text));
    if (ends) {
      if (tooLong) yield refusal(start);
      else if (filled) yield article(lines, start, record, false);
      if (filled || tooLong) record += 1;
      lines = [];
      size = 0;
      tooLong = false;
      filled = false;
      start = part === 'form feed' ? start : part.line + 1;
      continue;
    }
    size += (part.text?.length ?? MAX_RECORD) + 1;
    if (size > MAX_TEXT) {
      tooLong = true;
      lines = [];
      continue;
    }
    if (!filled && part.text?.trim() === '') {
      start = part.line + 1;
      continue;
    }
    filled = true;
    lines.push(part.text ?? '');
  }
  if (tooLong) yield refusal(start);
  else if (filled) yield article(lines, start, record, record === 1);
  else if (record === 1) yield { refusal: { place: { file }, code: 'empty', reason: 'the file holds no text', fix: 'nothing, if it should be empty' } };
}

/** A form feed parts pages, and in files of many articles the articles. */
async function* splitForms(lines: AsyncIterable<TextLine>): AsyncGenerator<TextLine | 'form feed'> {
  for await (const { text, line } of lines) {
    if (text?.includes('\f') !== true) {
      yield { text, line };
      continue;
    }
    for (const [index, part] of text.split('\f').entries()) {
      if (index > 0) yield 'form feed';
      if (part !== '') yield { text: part, line };
    }
  }
}
