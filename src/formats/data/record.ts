/** An article as data: texts, and lists of texts; what is not known is left out. */
import type { Article } from '../../article/article.ts';
import { dayOf } from '../../calendar/archive-date.ts';
import { pad2, pad4 } from '../../calendar/day.ts';
import { toHijri } from '../../calendar/hijri.ts';
import { rightsOf } from '../../site/rights.ts';
import { DATA_FIELD_NAMES, type DataFieldName } from '../../site/data-fields.ts';
import type { Site } from '../../site/site.ts';
import { absolute, articlePath } from '../../site/urls.ts';

export type ArticleRecord = Readonly<Partial<Record<DataFieldName, string | readonly string[]>>>;

export function articleRecord(site: Site, article: Article): ArticleRecord {
  const values: Readonly<Record<DataFieldName, string | readonly string[] | undefined>> = {
    id: article.id,
    url: absolute(site.address, articlePath(article)),
    title: article.title,
    date: article.date.iso,
    date_precision: article.date.precision,
    date_hijri: hijriOf(article),
    date_printed: article.date_printed,
    updated: article.updated?.iso,
    section: article.section,
    tags: article.tags,
    authors: article.authors,
    source: article.source,
    people: article.people,
    places: article.places,
    language: article.language,
    kicker: article.kicker,
    subtitle: article.subtitle,
    summary: article.summary,
    original_url: article.original_url,
    captured: article.captured?.iso,
    rights: rightsOf(site, article),
    dateline: article.dateline,
    corrected: article.corrections.map(({ date }) => date.iso),
  };
  const record: Partial<Record<DataFieldName, string | readonly string[]>> = {};
  for (const name of DATA_FIELD_NAMES) {
    const value = values[name];
    if (value !== undefined && value.length > 0) record[name] = value;
  }
  return record;
}

/** What is added to an article's data where its text is: its corrections, and the text as Markdown. */
export function articleTexts({ corrections, body }: Article): Readonly<Record<string, unknown>> {
  return { ...(corrections.length === 0 ? {} : { corrections: corrections.map(({ date, text }) => ({ date: date.iso, text })) }), body };
}

/** `1442-09-22`, by the Umm al-Qura calendar. */
function hijriOf({ date }: Article): string | undefined {
  const day = dayOf(date);
  if (day === undefined) return undefined;
  const hijri = toHijri(day);
  return `${pad4(hijri.year)}-${pad2(hijri.month)}-${pad2(hijri.day)}`;
}
