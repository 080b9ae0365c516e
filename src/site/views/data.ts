/** The page about the data: which files there are, what each field means, how exact dates are, what is missing. */
import { nouns } from '../../arabic/plural.ts';
import type { Article } from '../../article/article.ts';
import type { Texts } from '../../languages/language.ts';
import { DATA_FIELD_NAMES, DATA_PART } from '../data-fields.ts';
import type { Site } from '../site.ts';
import { apiPath, dataPath, paths } from '../urls.ts';
import { homeLink, type Link, type PageFrame } from './common.ts';

export interface DataView extends PageFrame {
  readonly kind: 'data';
  readonly whole: readonly Link[];
  readonly years: readonly { readonly year: string; readonly count: string; readonly table: Link; readonly texts: readonly Link[]; readonly references: readonly Link[] }[];
  readonly fields: readonly { readonly name: string; readonly meaning: string }[];
  readonly precision: readonly { readonly label: string; readonly count: string }[];
  readonly faults: readonly { readonly label: string; readonly count: string }[];
  readonly api: readonly Link[];
  readonly rights: string | undefined;
}

/** What an article may lack. */
const LACKS: Readonly<Record<keyof Texts['dataText']['without'], (article: Article) => boolean>> = {
  section: ({ section }) => section === undefined,
  tags: ({ tags }) => tags.length === 0,
  authors: ({ authors }) => authors.length === 0,
  source: ({ source }) => source === undefined,
  original: ({ original_url: original }) => original === undefined,
  text: ({ opening }) => opening === '',
};

export function buildDataView(site: Site): DataView {
  const { dataFieldText, dataText, siteText } = site.text.words;
  const { archive, settings, text } = site;
  const counted = (test: (article: Article) => boolean): string => text.count(archive.articles.filter(test).length, nouns.article);
  return {
    kind: 'data',
    path: paths.data,
    heading: dataText.title,
    title: dataText.title,
    description: dataText.lead,
    crumbs: [homeLink(text), { path: paths.about, text: siteText.about }],
    indexed: true,
    feeds: undefined,
    area: 'about',
    whole: [
      { path: dataPath('articles', 'csv'), text: 'CSV' },
      { path: dataPath('articles', 'jsonl'), text: 'JSON Lines' },
      { path: paths.dataPackage, text: dataText.package },
      { path: paths.checksums, text: dataText.checksums },
    ],
    years: archive.years.map(({ key, year, articles }) => ({
      year: text.year(year),
      count: text.number(articles.length),
      table: { path: dataPath(key, 'csv'), text: 'CSV' },
      texts: Array.from({ length: Math.ceil(articles.length / DATA_PART) }, (_, part) => ({ path: dataPath(part === 0 ? key : `${key}-${String(part + 1)}`, 'jsonl'), text: part === 0 ? 'JSON Lines' : text.number(part + 1) })),
      references: [{ path: dataPath(key, 'ris'), text: 'RIS' }, { path: dataPath(key, 'bib'), text: 'BibTeX' }, { path: dataPath(key, 'csl.json'), text: 'CSL-JSON' }],
    })),
    fields: DATA_FIELD_NAMES.map((name) => ({ name, meaning: dataFieldText[name] })),
    precision: (['time', 'day', 'month', 'year'] as const).map((precision) => ({ label: dataText.precisionOf[precision], count: counted(({ date }) => date.precision === precision) })),
    faults: (Object.keys(LACKS) as (keyof typeof LACKS)[]).map((part) => ({ label: dataText.without[part], count: counted(LACKS[part]) })),
    api: [{ path: apiPath('index'), text: dataText.apiIndex }, { path: apiPath('counts'), text: dataText.apiCounts }, { path: apiPath('topics'), text: dataText.apiTopics }],
    rights: settings.site.rights,
  };
}
