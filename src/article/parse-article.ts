/** The border of the archive: bytes of a file in, an article or every reason why not out. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { decodeFile } from './decode-file.ts';
import type { Article, ArticleId } from './article.ts';
import { FieldFault, readId } from './fields.ts';
import { lineOfField, parseFrontMatter, splitFrontMatter, type FrontMatter } from './front-matter.ts';
import { listPictures, openingOf } from './markdown.ts';
import { isPublishable, quote, type Fault, type Problem } from './problem.ts';
import { FIELD_NAMES, frontMatterSchema, type FrontMatterFields } from './schema.ts';
import { suggest } from './suggest.ts';

export interface ParsedFile {
  /** Absent when a problem of the file is an error. */
  readonly article: Article | undefined;
  readonly problems: readonly Problem[];
}

/** @param file path below the archive's folder, with `/`; it names the file in problems and gives an article without an id its address */
export function parseArticle(file: string, bytes: Uint8Array): ParsedFile {
  const decoded = decodeFile(bytes);
  const problems = decoded.faults.map(({ line, ...fault }) => locate(fault, { file, line, field: 'file' }));
  if (decoded.text === undefined) return { article: undefined, problems };

  const matter = parseFrontMatter(decoded.text);
  if ('code' in matter) {
    const { line, ...fault } = matter;
    return { article: undefined, problems: [...problems, locate(fault, { file, line, field: 'file' })] };
  }
  const result = frontMatterSchema.safeParse(dropEmpty(matter.fields));
  if (!result.success) return { article: undefined, problems: [...problems, ...result.error.issues.flatMap((issue) => issueProblems(issue, file, matter))] };

  const article = toArticle(file, result.data, matter, createHash('sha256').update(bytes).digest('hex'));
  problems.push(...checkArticle(article, result.data, matter));
  return { article: isPublishable(problems) ? article : undefined, problems };
}

/** The body alone of a file that `parseArticle` has accepted, without the cost of reading its fields. */
export function parseBody(bytes: Uint8Array): string | undefined {
  const { text } = decodeFile(bytes);
  const parts = text === undefined ? undefined : splitFrontMatter(text);
  return parts === undefined || 'code' in parts ? undefined : parts.body.trim();
}

/** `kicker:` with nothing after it is a field left blank, not a wrong one; required fields are then reported as missing. */
function dropEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

function toArticle(file: string, fields: FrontMatterFields, { body, bodyLine }: FrontMatter, sha256: string): Article {
  const pictures = listPictures(body).map(({ src, line }) => ({ src, line: bodyLine + line }));
  const { id, tags = [], authors = [], people = [], places = [], corrections = [], language = 'ar', draft = false, ...rest } = fields;
  return { ...rest, id: (id ?? idFromFile(file)) as ArticleId, tags, authors, people, places, corrections, language, draft, body: body.trim(), opening: openingOf(body.trim()), ...(pictures.length === 0 ? {} : { pictures }), sha256, file };
}

/** The file's name where it can be an id, else a digest of it: an address must not depend on the order of files. */
function idFromFile(file: string): string {
  const name = (file.split('/').at(-1) ?? file).replace(/\.md$/u, '').normalize('NFC');
  return !(readId(name) instanceof FieldFault) ? name : `f${createHash('sha256').update(name).digest('hex').slice(0, 11)}`;
}

function checkArticle(article: Article, fields: FrontMatterFields, matter: FrontMatter): Problem[] {
  const { file } = article;
  const problems: Problem[] = [];
  if (fields.id === undefined) {
    problems.push(locate({ code: 'id-missing', severity: 'warning', got: 'no id', expected: 'a permanent id', fix: `add the line id: ${article.id} so that the address survives a new file name` }, { file, line: 1, field: 'id' }));
  }
  if (article.body === '') {
    problems.push(locate({ code: 'body-empty', severity: 'warning', got: 'no text', expected: 'the text of the article', fix: 'write the text below the second ---' }, { file, line: matter.bodyLine, field: 'body' }));
  }
  if (article.updated !== undefined && article.updated.iso.slice(0, 10) < article.date.iso.slice(0, article.updated.iso.length).slice(0, 10)) {
    problems.push(locate({ code: 'date-order', got: article.updated.iso, expected: `a date from ${article.date.iso} on`, fix: 'exchange the two dates or correct the wrong one' }, { file, line: lineOfField(matter.yaml, ['updated']) + 1, field: 'updated' }));
  }
  return problems;
}

/** One zod issue as problems: faults of our readers, unknown keys, or a value of the wrong kind. */
function issueProblems(issue: z.core.$ZodIssue, file: string, matter: FrontMatter): Problem[] {
  const at = (path: readonly PropertyKey[]) => ({ file, line: lineOfField(matter.yaml, path) + 1, field: path.map(String).join('.') });
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => locate(unknownField(key, issue.path), at([...issue.path, key])));
  if (isMissing(matter.fields, issue.path)) {
    const [name] = issue.path.slice(-1);
    return [locate({ code: 'field-missing', got: 'nothing', expected: `the field ${String(name)}`, fix: `add a line ${String(name)}: …` }, at(issue.path))];
  }
  if (issue.code === 'custom' && issue.params !== undefined) return [locate(issue.params as unknown as Fault, at(issue.path))];
  const expected = issue.code === 'invalid_type' ? WRITTEN_AS[issue.expected] : undefined;
  return [locate({ code: 'field-type', got: quote(valueAt(matter.fields, issue.path)), expected: expected ?? issue.message, fix: 'see docs/article-format.md for how the field is written' }, at(issue.path))];
}

/** How a value of each kind is written, in the words of an editor. */
const WRITTEN_AS: Readonly<Record<string, string>> = { object: 'indented lines of the form field: value below it', array: 'a list, each item on a line of its own after a hyphen' };

function valueAt(fields: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = fields;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

function isMissing(fields: unknown, path: readonly PropertyKey[]): boolean {
  const value = valueAt(fields, path);
  return value === undefined || value === null || value === '';
}

function unknownField(key: string, path: readonly PropertyKey[]): Fault {
  const near = path.length === 0 ? suggest(key, FIELD_NAMES) : undefined;
  return {
    code: 'field-unknown',
    got: `the unknown field ${JSON.stringify(key)}`,
    expected: near === undefined ? 'a field of docs/article-format.md' : `a field that exists, perhaps ${near}`,
    fix: near === undefined ? 'delete the line, or use a field that exists' : `rename it to ${near}`,
  };
}

function locate({ severity = 'error', ...fault }: Fault, place: Pick<Problem, 'file' | 'line' | 'field'>): Problem {
  return { ...fault, severity, ...place };
}
