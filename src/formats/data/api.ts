/**
 * The static interface for programs, `/api/v1/`: lists and counts as JSON. Fields may be added within a version;
 * none is renamed or taken away.
 */
import type { Period } from '../../archive/archive.ts';
import type { Article } from '../../article/article.ts';
import { TOPIC_KINDS } from '../../archive/settings.ts';
import { hasForms } from '../../site/forms.ts';
import { periodsOf } from '../../site/pages.ts';
import type { Site } from '../../site/site.ts';
import { absolute, apiPath, articleFilePath, paths, topicIndexPath, topicPath } from '../../site/urls.ts';
import type { MachineFile } from '../machine-file.ts';
import { articleRecord } from './record.ts';

/** Those of the whole archive. */
export function wholeApiFiles(site: Site): readonly MachineFile[] {
  const { archive, address, settings } = site;
  const url = (path: string): string => absolute(address, path);
  return [
    apiFile('index', () => ({
      version: 1,
      name: settings.site.name,
      language: 'ar',
      counts: url(apiPath('counts')),
      topics: url(apiPath('topics')),
      year: url(apiPath('2000')).replace('2000', '{YYYY}'),
      month: url(apiPath('2000/01')).replace('2000/01', '{YYYY}/{MM}'),
      data: url(paths.dataPackage),
      documentation: url(paths.data),
    })),
    apiFile('counts', () => ({
      articles: archive.articles.length,
      days: archive.days.length,
      years: archive.years.map(({ key, articles }) => ({ year: key, articles: articles.length, url: url(apiPath(key)) })),
      months: archive.months.map(({ key, articles }) => ({ month: key, articles: articles.length, url: url(apiPath(key.replace('-', '/'))) })),
    })),
    apiFile('topics', () => Object.fromEntries(TOPIC_KINDS.map((kind) => [topicIndexPath(kind).slice(1, -1), archive.topics[kind].map((topic) => ({ name: topic.name, articles: topic.articles.length, url: url(topicPath(topic)), ...(topic.aliases.length === 0 ? {} : { aliases: topic.aliases }), ...(topic.wikidata === undefined ? {} : { wikidata: topic.wikidata }), ...(topic.viaf === undefined ? {} : { viaf: topic.viaf }) }))]))),
  ];
}

/** Those of a Gregorian year and its months. */
export function yearApiFiles(site: Site, { key, articles }: Period): readonly MachineFile[] {
  const { months } = periodsOf(site.archive, key);
  const url = (path: string): string => absolute(site.address, path);
  const list = (listed: readonly Article[]) => listed.map((article) => ({ ...articleRecord(site, article), ...(hasForms(site) && { json: url(articleFilePath(article, 'json')) }) }));
  return [
    apiFile(key, () => ({
      year: key,
      articles: articles.length,
      months: months.map((month) => ({ month: month.key, articles: month.articles.length, url: url(apiPath(month.key.replace('-', '/'))) })),
      // Those whose month is not known stand in no month's list.
      list: list(articles.filter(({ date }) => date.month === undefined)),
    }), articles),
    ...months.map((month) => apiFile(month.key.replace('-', '/'), () => ({ month: month.key, articles: month.articles.length, page: url(`/${month.key.replace('-', '/')}/`), list: list(month.articles) }), month.articles)),
  ];
}

function apiFile(name: string, build: () => unknown, articles?: readonly Article[]): MachineFile {
  return { path: apiPath(name), render: () => `${JSON.stringify(build(), null, 1)}\n`, ...(articles && { inputs: { articles, facts: [] } }) };
}
