/**
 * The archive as data: a table of all articles, and for each year a table, the articles with their texts, and references.
 * All are in order of time, oldest first: what is published later comes at the end.
 */
import { createHash } from 'node:crypto';
import type { Period } from '../../archive/archive.ts';
import type { Article } from '../../article/article.ts';
import { BIBTEX_BREAK, renderBibtex } from '../../site/citation/bibtex.ts';
import { buildCitation } from '../../site/citation/citation.ts';
import { renderCsl } from '../../site/citation/csl.ts';
import { renderRis } from '../../site/citation/ris.ts';
import { DATA_PART } from '../../site/data-fields.ts';
import type { Site } from '../../site/site.ts';
import { dataPath, paths, type SitePath } from '../../site/urls.ts';
import type { FileFacts, MachineFile } from '../machine-file.ts';
import { renderCsv } from './csv.ts';
import { describeFields, LIST_MARK } from './fields.ts';
import { articleRecord, articleTexts, type ArticleRecord } from './record.ts';

/** A data file with what a data package says of it. */
interface Resource extends MachineFile {
  readonly name: string;
  readonly title: string;
  readonly format: 'csv' | 'jsonl';
  readonly mediatype: string;
}

/** Those of the whole archive. */
export function wholeDataFiles(site: Site): readonly MachineFile[] {
  const { articles, years } = site.archive;
  const resources = [...wholeResources(site), ...years.toReversed().flatMap((year) => yearResources(site, year))];
  const aboutResources = (path: SitePath, render: (facts: FactsOf) => string): MachineFile => ({
    path,
    render: () => render((resource) => factsOf(resource.render())),
    inputs: { articles, facts: [] },
    last: { of: resources.map((resource) => resource.path), render: (facts) => render((resource) => facts.get(resource.path) ?? factsOf(resource.render())) },
  });
  return [
    ...wholeResources(site).map(toFile),
    aboutResources(paths.dataPackage, (facts) => renderDataPackage(site, resources, facts)),
    aboutResources(paths.checksums, (facts) => resources.map((resource) => `${facts(resource).sha256}  ${fileName(resource.path)}\n`).join('')),
  ];
}

/** Those of a Gregorian year. */
export function yearDataFiles(site: Site, year: Period): readonly MachineFile[] {
  const inputs = { articles: year.articles, facts: [] };
  const citations = (articles: readonly Article[]) => articles.toReversed().map((article) => buildCitation(site, article));
  return [
    ...yearResources(site, year).map(toFile),
    { path: dataPath(year.key, 'ris'), ...inPieces(year.articles, (articles) => renderRis(citations(articles))), inputs },
    { path: dataPath(year.key, 'bib'), ...inPieces(year.articles, (articles, first) => `${first ? '' : BIBTEX_BREAK}${renderBibtex(citations(articles))}`), inputs },
    { path: dataPath(year.key, 'csl.json'), render: () => renderCsl(citations(year.articles)), inputs },
  ];
}

function toFile({ path, inputs, pieces, ...resource }: Resource): MachineFile {
  return { path, render: () => resource.render(), ...(inputs && { inputs }), ...(pieces && { pieces }) };
}

/** A table whose pieces are its months, the oldest first. @param articles newest first. @param renderPiece of articles newest first */
function inPieces(articles: readonly Article[], renderPiece: (articles: readonly Article[], first: boolean) => string): Pick<MachineFile, 'render' | 'pieces'> {
  const runs = monthRuns(articles);
  return {
    render: () => renderPiece(articles, true),
    ...(runs.length === 0 ? {} : { pieces: runs.map((run, at) => ({ articles: run, render: () => renderPiece(run, at === 0) })) }),
  };
}

const runsOf = new WeakMap<readonly Article[], readonly (readonly Article[])[]>();

/** Cuts articles (newest first) where the month changes, the oldest first. Kept with the list, since several tables ask for it. */
function monthRuns(articles: readonly Article[]): readonly (readonly Article[])[] {
  const known = runsOf.get(articles);
  if (known !== undefined) return known;
  const runs: Article[][] = [];
  let last: Article | undefined;
  for (const article of articles) {
    if (last?.date.year === article.date.year && last.date.month === article.date.month) runs.at(-1)?.push(article);
    else runs.push([article]);
    last = article;
  }
  runsOf.set(articles, runs.reverse());
  return runs;
}

function wholeResources(site: Site): readonly Resource[] {
  const { articles } = site.archive;
  const title = 'All articles, without their texts';
  return [tableResource(site, 'articles', title, articles), linesResource(site, 'articles', title, articles, false)];
}

function yearResources(site: Site, { key, articles }: Period): readonly Resource[] {
  const parts = Math.ceil(articles.length / DATA_PART);
  return [
    tableResource(site, key, `Articles of ${key}, without their texts`, articles),
    ...Array.from({ length: parts }, (_, part) => {
      // The first part has the oldest articles, so that later ones come into the last.
      const [begin, end] = [Math.max(0, articles.length - (part + 1) * DATA_PART), articles.length - part * DATA_PART];
      return linesResource(site, part === 0 ? key : `${key}-${String(part + 1)}`, `Articles of ${key} with their texts${part === 0 ? '' : `, part ${String(part + 1)}`}`, parts === 1 ? articles : articles.slice(begin, end), true);
    }),
  ];
}

/** @param articles newest first */
function tableResource(site: Site, name: string, title: string, articles: readonly Article[]): Resource {
  return { name, title, format: 'csv', mediatype: 'text/csv', path: dataPath(name, 'csv'), ...inPieces(articles, (own, first) => renderCsv(recordsOf(site, own), { head: first })), inputs: { articles, facts: [] } };
}

/** @param articles newest first. @param texts with the texts */
function linesResource(site: Site, name: string, title: string, articles: readonly Article[], texts: boolean): Resource {
  return {
    name: `${name}-jsonl`,
    title,
    format: 'jsonl',
    mediatype: 'application/jsonl',
    path: dataPath(name, 'jsonl'),
    ...inPieces(articles, (own) => renderLines(site, own, texts)),
    inputs: { articles, facts: [] },
  };
}

/** Oldest first. */
function recordsOf(site: Site, articles: readonly Article[]): readonly ArticleRecord[] {
  return articles.toReversed().map((article) => articleRecord(site, article));
}

function renderLines(site: Site, articles: readonly Article[], texts: boolean): string {
  return articles.toReversed().map((article) => `${JSON.stringify({ ...articleRecord(site, article), ...(texts ? articleTexts(article) : {}) })}\n`).join('');
}

type FactsOf = (resource: Resource) => FileFacts;

function factsOf(content: string): FileFacts {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

/** Frictionless Data Package, version 1. */
function renderDataPackage({ settings, text }: Site, resources: readonly Resource[], factsOfResource: FactsOf): string {
  const { name, description, rights } = settings.site;
  const schema = { fields: describeFields(text.words).map(({ name: field, type, description: meaning, constraints }) => ({ name: field, type: type === 'list' ? 'string' : type, description: meaning, ...(constraints === undefined ? {} : { constraints }) })), primaryKey: 'id', missingValues: [''] };
  const document = {
    profile: 'data-package',
    name: 'warraq-archive',
    title: name,
    description: `${description}\n\nLists stand in one cell, parted by «${LIST_MARK}». An apostrophe stands before texts that a spreadsheet would take for a formula. Tables begin with a byte order mark, so that spreadsheets show Arabic; some readers take it for a letter of the first column's name.${rights === undefined ? '' : `\n\n${rights}`}`,
    resources: resources.map((resource) => {
      const { bytes, sha256 } = factsOfResource(resource);
      const { format, mediatype, title, path } = resource;
      return { profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource', name: resource.name, title, path: fileName(path), format, mediatype, encoding: 'utf-8', bytes, hash: `sha256:${sha256}`, ...(format === 'csv' ? { schema } : {}) };
    }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function fileName(path: SitePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
