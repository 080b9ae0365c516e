/** Which articles a dossier gathers, and whether those that it names are there. */
import type { Article, ArticleId } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import type { Archive } from './archive.ts';
import type { Dossier } from './dossier.ts';
import { TOPIC_KINDS, type Settings, type TopicKind } from './settings.ts';
import { namesOf, topicKeys } from './topics.ts';

const FIELDS: Readonly<Record<TopicKind, 'sections' | 'tags' | 'sources' | 'authors' | 'people' | 'places'>> = { section: 'sections', tag: 'tags', source: 'sources', author: 'authors', person: 'people', place: 'places' };

/** All articles of a dossier, oldest first: those it names and those its query finds. */
export function articlesOfDossier({ articles, byId, positions }: Archive, { query, lines }: Dossier, settings: Settings): readonly Article[] {
  const named = [...lines.keys()].flatMap((id) => byId.get(id as ArticleId) ?? []).filter(({ id }) => positions.has(id));
  const found = query === undefined || Object.keys(query).length === 0 ? [] : articles.filter(matcher(query, settings));
  return [...new Set([...named, ...found])].sort((a, b) => (positions.get(b.id) ?? 0) - (positions.get(a.id) ?? 0));
}

function matcher(query: NonNullable<Dossier['query']>, settings: Settings): (article: Article) => boolean {
  const conditions = TOPIC_KINDS.flatMap((kind) => {
    const wanted = query[FIELDS[kind]];
    if (wanted === undefined) return [];
    const keyOf = topicKeys(settings.names[kind]);
    const keys = new Set(wanted.map(keyOf));
    return [(article: Article): boolean => namesOf(article, kind).some((name) => keys.has(keyOf(name)))];
  });
  const { from, to } = query;
  return (article) => conditions.every((fits) => fits(article)) && (from === undefined || !isBefore(article.date, from)) && (to === undefined || !isBefore(to, article.date));
}

/** Compared as far as the less precise of the two goes: May 2021 is not before 4 May 2021. */
function isBefore(a: ArchiveDate, b: ArchiveDate): boolean {
  const length = Math.min(a.iso.length, b.iso.length, 10);
  return a.iso.slice(0, length) < b.iso.slice(0, length);
}

/**
 * Dossiers that name articles which are not there. Where not one article of all of them is, the settings are another archive's, as when
 * texts that were just imported are built beside the settings of the sample: that is a warning, since nobody mistyped anything.
 */
export function checkDossiers(articles: readonly Article[], dossiers: readonly Dossier[]): readonly Problem[] {
  if (isForeign(articles, dossiers)) {
    return dossiers.filter(({ lines }) => lines.size > 0).map(({ file, lines }): Problem => ({ code: 'dossier-article', severity: 'warning', file, line: Math.min(...lines.values()), field: 'body', got: `${String(lines.size)} articles that are not in this archive`, expected: 'articles of this archive', fix: 'name the settings that belong to these articles with --data, or delete the dossier' }));
  }
  const shown = namedAmong(articles.filter(({ draft }) => !draft), dossiers);
  return dossiers.flatMap(({ file, lines }) =>
    [...lines].filter(([id]) => !shown.has(id)).map(([id, line]): Problem => ({ code: 'dossier-article', severity: 'error', file, line, field: 'body', got: `@${id}`, expected: 'the id of a published article', fix: 'look the id up in the article file, or delete the line' })),
  );
}

/** So many articles that are not there are no slip of the pen. */
const LEAST_FOREIGN = 3;

function isForeign(articles: readonly Article[], dossiers: readonly Dossier[]): boolean {
  const named = dossiers.reduce((sum, { lines }) => sum + lines.size, 0);
  return articles.length > 0 && named >= LEAST_FOREIGN && namedAmong(articles, dossiers).size === 0;
}

/** The ids that dossiers name and articles have. */
function namedAmong(articles: readonly Article[], dossiers: readonly Dossier[]): ReadonlySet<string> {
  const named = new Set<string>(dossiers.flatMap(({ lines }) => [...lines.keys()]));
  return named.size === 0 ? named : new Set(articles.filter(({ id }) => named.has(id)).map(({ id }) => id));
}

/** The dossiers that have something to show: those of another archive have no page here. */
export function dossiersOf(articles: readonly Article[], dossiers: readonly Dossier[]): readonly Dossier[] {
  return isForeign(articles, dossiers) ? dossiers.filter(({ lines }) => lines.size === 0) : dossiers;
}
