/** Article files for tests: text or bytes in, problems as `code@line` out. */
import assert from 'node:assert/strict';
import { parseArticle, type ParsedFile } from '../../src/article/parse-article.ts';
import type { Article } from '../../src/article/article.ts';

export const FILE = '2021/05/test.md';

/** A whole file: the required fields, then other lines of front matter, then a body. The other lines begin with line 5. */
export function file(lines = '', body = 'نص الخبر.'): string {
  return `---\nid: test-id1\ntitle: عنوان\ndate: 2021-05-04\n${lines === '' ? '' : `${lines}\n`}---\n\n${body}\n`;
}

export function parse(content: string | Uint8Array, name = FILE): ParsedFile {
  return parseArticle(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** The article of a file that has no problem at all. */
export function articleOf(content: string | Uint8Array, name = FILE): Article {
  const { article, problems } = parse(content, name);
  assert.deepEqual(problems, []);
  assert.ok(article !== undefined);
  return article;
}

/** `date-form@5` for each problem; warnings end in `?`. */
export function problemsOf(content: string | Uint8Array): readonly string[] {
  return parse(content).problems.map(({ code, line, severity }) => `${code}@${String(line)}${severity === 'warning' ? '?' : ''}`);
}

const WINDOWS_1256 = new Map([...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((char, byte) => [char, byte]));

/** Bytes of a text in windows-1256, which Node can read but not write. */
export function toWindows1256(text: string): Uint8Array {
  return Uint8Array.from([...text].map((char) => WINDOWS_1256.get(char) ?? assert.fail(`windows-1256 has no ${char}`)));
}

export function toUtf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
