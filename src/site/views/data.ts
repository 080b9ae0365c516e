/** The page about the data: which files there are, what each field means, how exact dates are, what is missing. */
import { nouns } from '../../arabic/plural.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../article/article.ts';
import type { Texts } from '../../languages/language.ts';
import { DATA_FIELD_NAMES, DATA_PART } from '../data-fields.ts';
import { hasForms } from '../forms.ts';
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
  /** Whether each article has other forms. */
  readonly forms: boolean;
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

const PARTS = Object.keys(LACKS) as readonly (keyof typeof LACKS)[];

const counted = new WeakMap<Archive, ReadonlyMap<string, number>>();

/** How many articles have each precision, and how many lack each part. Kept with the archive: the page's key asks as its view does. */
function countsOf(archive: Archive): ReadonlyMap<string, number> {
  const known = counted.get(archive);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const add = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const article of archive.articles) {
    add(article.date.precision);
    for (const part of PARTS) if (LACKS[part](article)) add(part);
  }
  counted.set(archive, counts);
  return counts;
}

export function buildDataView(site: Site): DataView {
  const { dataFieldText, dataText, siteText } = site.text.words;
  const { archive, settings, text } = site;
  const counts = countsOf(archive);
  return {
    kind: 'data',
    forms: hasForms(site),
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
    precision: (['time', 'day', 'month', 'year'] as const).map((precision) => ({ label: dataText.precisionOf[precision], count: text.count(counts.get(precision) ?? 0, nouns.article) })),
    faults: PARTS.map((part) => ({ label: dataText.without[part], count: text.count(counts.get(part) ?? 0, nouns.article) })),
    api: [{ path: apiPath('index'), text: dataText.apiIndex }, { path: apiPath('counts'), text: dataText.apiCounts }, { path: apiPath('topics'), text: dataText.apiTopics }],
    rights: settings.site.rights,
  };
}
