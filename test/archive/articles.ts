/** Articles and settings for tests of the archive: real ones, read from text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSettings, type Settings } from '../../src/archive/settings.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Article } from '../../src/article/article.ts';

export interface ArticleFields {
  readonly id: string;
  readonly date: string;
  readonly section?: string | undefined;
  readonly source?: string | undefined;
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  readonly title?: string;
  readonly draft?: boolean;
  readonly withdrawn?: boolean;
}

export function articleOf({ id, date, section, source, tags, authors, people, places, title, draft, withdrawn }: ArticleFields): Article {
  const fields = { id, title: title ?? `عنوان ${id}`, date, section, source, tags, authors, people, places, draft: draft === true ? 'true' : undefined, withdrawn: withdrawn === true ? { date: '2024', reason: 'سبب' } : undefined };
  const { article, problems } = parseArticle(`${id}.md`, new TextEncoder().encode(`---\n${JSON.stringify(fields)}\n---\nنص`));
  assert.deepEqual(problems, []);
  assert.ok(article !== undefined);
  return article;
}

/** Settings of the given files of `_data/`; they must be right. */
export function settingsOf(files: Readonly<Record<string, string>> = {}): Settings {
  const { settings, problems } = parseSettings(new Map(Object.entries(files)));
  assert.deepEqual(problems, []);
  return settings;
}

const name = fc.constantFrom('العراق', 'عراق', 'مصر', 'أحمد', 'احمد', 'مكتبة', 'مكتبه', 'BBC', 'bbc', 'الأمم المتحدة', '٢٠٢٠', '2020');
const date = fc.oneof(
  fc.constantFrom('2019', '2020', '2020-02', '2020-03', '2020-02-29', '2020-03-01'),
  fc.date({ min: new Date('2018-01-01'), max: new Date('2021-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  fc.date({ min: new Date('2019-12-20'), max: new Date('2020-01-10'), noInvalidDate: true }).map((day) => `${day.toISOString().slice(0, 16)}+03:00`),
);

/** Archives of up to forty articles that share days, months and names in several spellings. */
export const someArticles = fc
  .array(
    fc.record({
      date,
      section: fc.option(name, { nil: undefined }),
      source: fc.option(name, { nil: undefined }),
      tags: fc.uniqueArray(name, { maxLength: 4 }),
      authors: fc.uniqueArray(name, { maxLength: 2 }),
      draft: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
      withdrawn: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((fields, index) => articleOf({ ...fields, id: `article-${String(index).padStart(3, '0')}` })));
