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
import type { MachineFile } from '../machine-file.ts';
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
  const resources = listResources(site).map(remembered);
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
    ...resources.map(({ resource: { path, inputs }, render }): MachineFile => ({ path, render, ...(inputs && { inputs }) })),
    ...references,
    { path: paths.dataPackage, render: () => renderDataPackage(site, resources), inputs: whole },
    { path: paths.checksums, render: () => resources.map(({ resource: { path }, digest }) => `${digest().sha256}  ${fileName(path)}\n`).join(''), inputs: whole },
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

interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

function digestOf(content: string): Digest {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

/** Size and digest are kept from when the file is rendered, so that the package does not render it again. */
function remembered(resource: Resource): { readonly resource: Resource; readonly render: () => string; readonly digest: () => Digest } {
  let known: Digest | undefined;
  const render = (): string => {
    const content = resource.render();
    known = digestOf(content);
    return content;
  };
  return { resource, render, digest: () => (known ??= digestOf(resource.render())) };
}

/** Frictionless Data Package, version 1. */
function renderDataPackage({ settings, text }: Site, resources: readonly ReturnType<typeof remembered>[]): string {
  const { name, description, rights } = settings.site;
  const schema = { fields: describeFields(text.words).map(({ name: field, type, description: meaning, constraints }) => ({ name: field, type: type === 'list' ? 'string' : type, description: meaning, ...(constraints === undefined ? {} : { constraints }) })), primaryKey: 'id', missingValues: [''] };
  const document = {
    profile: 'data-package',
    name: 'warraq-archive',
    title: name,
    description: `${description}\n\nLists stand in one cell, parted by «${LIST_MARK}». An apostrophe stands before texts that a spreadsheet would take for a formula.${rights === undefined ? '' : `\n\n${rights}`}`,
    resources: resources.map(({ resource, digest }) => {
      const { bytes, sha256 } = digest();
      const { format, mediatype, title, path } = resource;
      return { profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource', name: resource.name, title, path: fileName(path), format, mediatype, encoding: 'utf-8', bytes, hash: `sha256:${sha256}`, ...(format === 'csv' ? { schema } : {}) };
    }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function fileName(path: SitePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
