/** What only an editor needs to hear of: names and articles that are probably the same, files in the wrong folder, letters in forms for print. */
import type { Analyser } from '../arabic/analyser.ts';
import { readWords } from '../arabic/forms.ts';
import { createLikenessIndex, printText } from '../arabic/likeness.ts';
import { identityForm } from '../arabic/normalize.ts';
import type { Article } from '../article/article.ts';
import { bodyText } from '../article/markdown.ts';
import type { Problem } from '../article/problem.ts';
import { pad2, pad4 } from '../calendar/day.ts';
import type { Settings } from './settings.ts';

/** Everything found is a warning: none of it keeps a site from being built. */
export function checkLikeness(articles: readonly Article[], settings: Settings, analyser: Analyser): readonly Problem[] {
  return [...findAlikeNames(articles, settings, analyser), ...findAlikeArticles(articles), ...articles.flatMap((article) => [...checkFolder(article), ...checkForms(article)])];
}

type NameField = 'tags' | 'authors' | 'people' | 'places';
const NAME_FIELDS: readonly NameField[] = ['tags', 'authors', 'people', 'places'];

function warning(article: Article, rest: Pick<Problem, 'code' | 'field' | 'got' | 'expected' | 'fix'>): Problem {
  return { severity: 'warning', file: article.file, line: 1, ...rest };
}

interface Use {
  readonly name: string;
  readonly first: Article;
  times: number;
}

function usesOf(articles: readonly Article[], field: NameField): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const article of articles) {
    for (const name of article[field]) {
      const known = uses.get(name);
      if (known === undefined) uses.set(name, { name, first: article, times: 1 });
      else known.times += 1;
    }
  }
  return [...uses.values()].sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}

/** Names that the search takes for the same and the archive does not: `انتخاب` and `الانتخابات`, `أمريكا` and `أميركا`. */
function findAlikeNames(articles: readonly Article[], settings: Settings, analyser: Analyser): readonly Problem[] {
  return NAME_FIELDS.flatMap((field) => {
    const declared = field === 'tags' ? settings.names.tag : field === 'authors' ? settings.names.author : new Map<string, { readonly aliases?: readonly string[] | undefined }>();
    const owner = new Map([...declared].flatMap(([name, { aliases = [] }]) => [name, ...aliases].map((spelling) => [identityForm(spelling), name] as const)));
    const main = new Map<string, Use>();
    return usesOf(articles, field).flatMap((use): Problem[] => {
      const classes = readWords(use.name).flatMap(({ form }) => analyser.classesOf(form)).join(' ');
      const known = main.get(classes);
      if (known === undefined) main.set(classes, use);
      if (classes === '' || known === undefined || identityForm(known.name) === identityForm(use.name) || signsOf(known.name) !== signsOf(use.name)) return [];
      // An editor who lists both as names of their own has decided.
      if (owner.has(identityForm(use.name)) && owner.has(identityForm(known.name))) return [];
      return [warning(use.first, { code: 'name-alike', field, got: `"${use.name}"`, expected: `perhaps "${known.name}", which ${String(known.times)} articles have`, fix: field === 'tags' || field === 'authors' ? `use one of them, or list both in _data/${field}.yaml: as alias where they are the same, as names of their own where not` : 'use one of them' })];
    });
  });
}

/** `أوبك+` is not `أوبك`. */
function signsOf(name: string): string {
  return name.replace(/[^+#&@%]/gu, '');
}

/** Articles that share most of their words: an agency's report that came in from two papers, or one article twice. */
function findAlikeArticles(articles: readonly Article[]): readonly Problem[] {
  const ordered = [...articles].sort((a, b) => a.date.sort - b.date.sort || (a.file < b.file ? -1 : 1));
  const index = createLikenessIndex();
  const compared: Article[] = [];
  const byDigest = new Map<string, Article>();
  return ordered.flatMap((article): Problem[] => {
    const { digest, sketch } = printText(bodyText(article.body));
    const same = digest === undefined ? undefined : byDigest.get(digest);
    if (digest !== undefined && same === undefined) byDigest.set(digest, article);
    let near: { readonly number: number; readonly likeness: number } | undefined;
    if (same === undefined && sketch !== undefined) {
      near = index.add(sketch);
      compared.push(article);
    }
    const other = same ?? (near === undefined ? undefined : compared[near.number]);
    if (other === undefined) return [];
    return [warning(article, { code: 'article-alike', field: 'body', got: same === undefined ? `${String(Math.round((near?.likeness ?? 0) * 100))}% of the words of ${other.file}` : `the words of ${other.file}`, expected: 'each article once', fix: 'keep the better one, or leave both if two papers printed it' })];
  });
}

/** `2021/05/…` says when, and so does the date: both should say the same. */
function checkFolder(article: Article): readonly Problem[] {
  const [, year, month] = /(?:^|\/)(\d{4})\/(?:(\d{2})\/)?[^/]*$/u.exec(article.file) ?? [];
  if (year === undefined) return [];
  const { date } = article;
  if (pad4(date.year) === year && (month === undefined || date.month === undefined || pad2(date.month) === month)) return [];
  const right = `${pad4(date.year)}${date.month === undefined ? '' : `/${pad2(date.month)}`}`;
  return [warning(article, { code: 'date-folder', field: 'date', got: `${date.iso} in the folder ${year}${month === undefined ? '' : `/${month}`}`, expected: `the folder ${right}`, fix: 'move the file, or correct the date if it is the wrong one' })];
}

/** Letters in the forms that printing once needed: they read alike and are found by no other program. */
const FORMS = /[\uFB50-\uFBFF\uFC00-\uFD3D\uFD50-\uFDCF\uFE70-\uFEFC]+/gu;

function checkForms(article: Article): readonly Problem[] {
  return (['title', 'kicker', 'subtitle', 'summary', 'body'] as const).flatMap((field): Problem[] => {
    const found = article[field]?.match(FORMS);
    if (found === null || found === undefined) return [];
    return [warning(article, { code: 'text-forms', field, got: `${String(found.length)} words with letters in presentation forms, such as "${found[0].slice(0, 20)}"`, expected: `plain letters: "${found[0].slice(0, 20).normalize('NFKC')}"`, fix: 'write them anew, or import the file: npm run import turns them into letters' })];
  });
}
