/**
 * The archive as data: a table of all articles, and for each year a table, the articles with their texts, and references.
 * All are in order of time, oldest first: what is published later comes at the end.
 */
import { createHash } from 'node:crypto';
import type { Article } from '../../article/article.ts';
import { renderBibtex } from '../../site/citation/bibtex.ts';
import { buildCitation } from '../../site/citation/citation.ts';
import { renderCsl } from '../../site/citation/csl.ts';
import { renderRis } from '../../site/citation/ris.ts';
import { DATA_PART } from '../../site/data-fields.ts';
import type { Site } from '../../site/site.ts';
import { dataPath, paths, type SitePath } from '../../site/urls.ts';
import type { FileFacts, MachineFile } from '../machine-file.ts';
import { renderCsv } from './csv.ts';
import { describeFields, LIST_MARK } from './fields.ts';
import { articleRecord } from './record.ts';

/** A data file with what a data package says of it. */
interface Resource extends MachineFile {
  readonly name: string;
  readonly title: string;
  readonly format: 'csv' | 'jsonl';
  readonly mediatype: string;
}

export function dataFiles(site: Site): readonly MachineFile[] {
  const whole = { articles: site.archive.articles, facts: [] };
  const resources = listResources(site);
  const aboutResources = (path: SitePath, render: (facts: FactsOf) => string): MachineFile => ({
    path,
    render: () => render((resource) => factsOf(resource.render())),
    inputs: whole,
    last: { of: resources.map((resource) => resource.path), render: (facts) => render((resource) => facts.get(resource.path) ?? factsOf(resource.render())) },
  });
  const references = site.archive.years.flatMap(({ key, articles }): readonly MachineFile[] => {
    const inputs = { articles, facts: [] };
    const citations = () => articles.toReversed().map((article) => buildCitation(site, article));
    return [
      { path: dataPath(key, 'ris'), render: () => renderRis(citations()), inputs },
      { path: dataPath(key, 'bib'), render: () => renderBibtex(citations()), inputs },
      { path: dataPath(key, 'csl.json'), render: () => renderCsl(citations()), inputs },
    ];
  });
  return [
    ...resources.map(({ path, render, inputs }): MachineFile => ({ path, render, ...(inputs && { inputs }) })),
    ...references,
    aboutResources(paths.dataPackage, (facts) => renderDataPackage(site, resources, facts)),
    aboutResources(paths.checksums, (facts) => resources.map((resource) => `${facts(resource).sha256}  ${fileName(resource.path)}\n`).join('')),
  ];
}

function listResources(site: Site): readonly Resource[] {
  const { archive } = site;
  const all = () => archive.articles.toReversed();
  const table = (name: string, title: string, articles: () => readonly Article[]): Resource => ({ name, title, format: 'csv', mediatype: 'text/csv', path: dataPath(name, 'csv'), render: () => renderCsv(articles().map((article) => articleRecord(site, article))), inputs: { articles: articles(), facts: [] } });
  const lines = (name: string, title: string, articles: () => readonly Article[], texts: boolean): Resource => ({
    name: `${name}-jsonl`,
    title,
    format: 'jsonl',
    mediatype: 'application/jsonl',
    path: dataPath(name, 'jsonl'),
    render: () => articles().map((article) => `${JSON.stringify({ ...articleRecord(site, article), ...(texts ? { body: article.body } : {}) })}\n`).join(''),
    inputs: { articles: articles(), facts: [] },
  });
  return [
    table('articles', 'All articles, without their texts', all),
    lines('articles', 'All articles, without their texts', all, false),
    ...archive.years.toReversed().flatMap(({ key, articles }): readonly Resource[] => [
      table(key, `Articles of ${key}, without their texts`, () => articles.toReversed()),
      ...Array.from({ length: Math.ceil(articles.length / DATA_PART) }, (_, part) =>
        lines(part === 0 ? key : `${key}-${String(part + 1)}`, `Articles of ${key} with their texts${part === 0 ? '' : `, part ${String(part + 1)}`}`, () => articles.toReversed().slice(part * DATA_PART, (part + 1) * DATA_PART), true)),
    ]),
  ];
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
    description: `${description}\n\nLists stand in one cell, parted by «${LIST_MARK}». An apostrophe stands before texts that a spreadsheet would take for a formula.${rights === undefined ? '' : `\n\n${rights}`}`,
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
