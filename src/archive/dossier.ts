/**
 * Dossiers (ملف): a story that an editor tells around articles, in a Markdown file of `_data/dossiers/`. It names articles
 * by id, one a line after `@`, where they belong in the story; a query gathers the rest.
 */
import { z } from 'zod';
import { ID_FORM, field, readDate, readLine, readNames } from '../article/fields.ts';
import { lineOfField, parseFrontMatter } from '../article/front-matter.ts';
import { quote, type Fault, type Problem } from '../article/problem.ts';
import { slugify } from '../arabic/slug.ts';

const names = field(readNames).optional();

const querySchema = z.strictObject({ sections: names, tags: names, sources: names, authors: names, people: names, places: names, from: field(readDate).optional(), to: field(readDate).optional() });

const dossierSchema = z.strictObject({
  title: field(readLine(200)),
  /** One or two sentences for lists and search engines. */
  summary: field(readLine(1000)).optional(),
  /** Articles that all the conditions fit; of several names in one, any. */
  query: querySchema.optional(),
});

/** A stretch of the story, or articles between two. */
export type DossierPart = { readonly text: string } | { readonly articles: readonly string[] };

export interface Dossier {
  /** Part of the address: the file's name. */
  readonly slug: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly query: z.output<typeof querySchema> | undefined;
  readonly parts: readonly DossierPart[];
  /** Line of the file on which each article is named. */
  readonly lines: ReadonlyMap<string, number>;
}

export const DOSSIERS_FOLDER = 'dossiers';

/** @param file path below `_data`, as in `dossiers/climate.md` */
export function parseDossier(file: string, text: string): { readonly dossier: Dossier | undefined; readonly problems: readonly Problem[] } {
  const refuse = (fault: Fault, line: number, place = 'file') => ({ dossier: undefined, problems: [{ severity: 'error', ...fault, file, line, field: place } as const] });
  const slug = file.replace(/^.*\//u, '').replace(/\.md$/u, '');
  if (slug === '' || slugify(slug) !== slug) return refuse({ code: 'settings-field', got: quote(slug), expected: 'a file name of letters, digits and hyphens', fix: `rename the file to ${slugify(slug) || 'dossier'}.md` }, 1);
  const matter = parseFrontMatter(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n').normalize('NFC'));
  if ('code' in matter) {
    const { line, ...fault } = matter;
    return refuse(fault, line);
  }
  const result = dossierSchema.safeParse(matter.fields);
  if (!result.success) {
    const problems = result.error.issues.map((issue): Problem => {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      const at = { severity: 'error', file, line: lineOfField(matter.yaml, path) + 1, field: path.map(String).join('.') } as const;
      if (issue.code === 'unrecognized_keys') return { ...at, code: 'field-unknown', got: `the unknown field ${JSON.stringify(issue.keys[0])}`, expected: issue.path.length === 0 ? 'title, summary, query' : Object.keys(querySchema.shape).join(', '), fix: 'delete the line, or use a field that exists' };
      if (issue.code === 'custom' && issue.params !== undefined) return { ...(issue.params as unknown as Fault), ...at };
      return { ...at, code: 'settings-field', got: 'nothing, or a value of another kind', expected: issue.message, fix: 'see docs/article-format.md for how a dossier is written' };
    });
    return { dossier: undefined, problems };
  }
  const { parts, lines } = divideBody(matter.body, matter.bodyLine);
  const { title, summary, query } = result.data;
  return { dossier: { slug, file, title, summary, query, parts, lines }, problems: [] };
}

/** `@k7m2p9qd` alone on its line */
const NAMED = /^@([a-z0-9-]+)[ \t]*$/u;

function divideBody(body: string, firstLine: number): Pick<Dossier, 'parts' | 'lines'> {
  const lines = new Map<string, number>();
  const parts: DossierPart[] = [];
  let text: string[] = [];
  let named: string[] = [];
  const close = (): void => {
    if (named.length > 0) parts.push({ articles: named });
    if (text.join('').trim() !== '') parts.push({ text: text.join('\n').trim() });
    named = [];
    text = [];
  };
  for (const [index, line] of body.split('\n').entries()) {
    const id = NAMED.exec(line)?.[1];
    if (id !== undefined && ID_FORM.test(id)) {
      if (text.join('').trim() !== '') close();
      text = [];
      named.push(id);
      lines.set(id, firstLine + index);
    } else if (line.trim() !== '' || named.length === 0) {
      if (named.length > 0) close();
      text.push(line);
    }
  }
  close();
  return { parts, lines };
}
