/** A record of named values (a JSON object, a row of a table) as an article, by a mapping that is guessed from the names. */
import { identityForm } from '../../arabic/normalize.ts';
import { emptyArticle, presentLines, type Format, type ForeignArticle, type ForeignDate, type Mapping, type Place } from '../foreign-article.ts';
import { MAX_COLUMNS } from './limits.ts';
import { SourceRefused } from './open-source.ts';

/** What a column can become, and the names that columns have for it, the best first. */
const COLUMN_NAMES = {
  id: ['id', 'article_id', 'guid', 'uuid', '_id', 'nid', 'post_id', 'المعرف', 'رقم الخبر', 'رقم'],
  url: ['url', 'original_url', 'link', 'permalink', 'address', 'href', 'external_url', 'web_url', 'الرابط', 'رابط'],
  title: ['title', 'headline', 'post_title', 'heading', 'subject', 'العنوان', 'عنوان', 'عنوان الخبر', 'عنوان المقال'],
  kicker: ['kicker', 'overline', 'pretitle', 'سطر التمهيد', 'العنوان التمهيدي'],
  subtitle: ['subtitle', 'subheadline', 'sub_title', 'deck', 'standfirst', 'العنوان الفرعي'],
  body: ['body', 'content', 'text', 'article', 'content_html', 'content_text', 'post_content', 'fulltext', 'full_text', 'article_body', 'articlebody', 'maintext', 'story', 'النص', 'نص', 'نص الخبر', 'المتن', 'المحتوى', 'محتوى', 'الخبر', 'المقال'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'lead', 'post_excerpt', 'الملخص', 'ملخص', 'المقدمة'],
  date: ['date_published', 'published', 'published_at', 'date', 'pubdate', 'publish_date', 'publication_date', 'datetime', 'post_date', 'created_at', 'created', 'timestamp', 'التاريخ', 'تاريخ', 'تاريخ النشر'],
  updated: ['updated', 'date_modified', 'modified', 'updated_at', 'lastmod', 'last_modified', 'post_modified', 'تاريخ التحديث', 'آخر تحديث'],
  captured: ['captured', 'date_extracted', 'crawled_at', 'scraped_at', 'date_crawled', 'date_download', 'retrieved', 'fetched_at', 'accessed'],
  date_printed: ['date_printed', 'hijri_date', 'التاريخ الهجري'],
  authors: ['authors', 'author', 'byline', 'writer', 'creator', 'author_name', 'الكاتب', 'كاتب', 'المؤلف', 'المحرر', 'الكتاب'],
  source: ['source_ar', 'source', 'publisher', 'newspaper', 'agency', 'source_name', 'site_name', 'outlet', 'المصدر', 'مصدر', 'الصحيفة', 'الجريدة', 'الوكالة'],
  section: ['section', 'category', 'categories', 'rubric', 'channel', 'label', 'القسم', 'قسم', 'التصنيف', 'الباب', 'الفئة'],
  tags: ['tags', 'keywords', 'topics', 'labels', 'الوسوم', 'وسوم', 'كلمات مفتاحية', 'الكلمات المفتاحية'],
  people: ['people', 'persons', 'أشخاص', 'الأشخاص'],
  places: ['places', 'locations', 'أماكن', 'الأماكن'],
  dateline: ['dateline', 'location', 'place', 'city', 'المكان', 'المدينة'],
  image: ['image', 'image_url', 'thumbnail', 'photo', 'top_image', 'picture', 'الصورة'],
  language: ['language', 'lang', 'اللغة'],
  rights: ['rights', 'copyright', 'license', 'licence', 'الحقوق'],
} as const;

export type ColumnField = keyof typeof COLUMN_NAMES;
export const COLUMN_FIELDS = Object.keys(COLUMN_NAMES) as readonly ColumnField[];

const BY_NAME: ReadonlyMap<string, { readonly field: ColumnField; readonly rank: number }> = new Map(
  COLUMN_FIELDS.flatMap((field) => COLUMN_NAMES[field].map((name, rank) => [columnForm(name), { field, rank }] as const)),
);

function columnForm(name: string): string {
  return identityForm(name.replace(/[_-]+/gu, ' ').replace(/(?<=[a-z])(?=[A-Z])/gu, ' '));
}

/** Reads records of one file and remembers what was made of their columns. */
export interface RecordReader {
  readonly read: (record: Readonly<Record<string, unknown>>, place: Place, format: Format) => ForeignArticle;
  readonly mapping: () => Mapping;
  /** Why nothing can be made of such columns, if so. */
  readonly refuse: (columns: readonly string[]) => SourceRefused | undefined;
}

/** @param given what the user said with --map: field → column */
export function createRecordReader(file: string, given: ReadonlyMap<ColumnField, string>): RecordReader {
  const taken = new Map<string, string>();
  const seen = new Set<string>();
  const byColumn = new Map([...given].map(([field, column]) => [column, field]));
  const fieldOf = (column: string): { readonly field: ColumnField; readonly rank: number } | undefined => {
    const own = byColumn.get(column);
    if (own !== undefined) return { field: own, rank: -1 };
    const guessed = BY_NAME.get(columnForm(column));
    return guessed === undefined || given.has(guessed.field) ? undefined : guessed;
  };
  return {
    read: (record, place, format) => {
      const best = new Map<ColumnField, { readonly column: string; readonly rank: number; readonly value: unknown }>();
      const columns = Object.keys(record).slice(0, MAX_COLUMNS);
      for (const column of columns) {
        if (seen.size < MAX_COLUMNS) seen.add(column);
        const target = fieldOf(column);
        const value = record[column];
        if (target === undefined || isEmpty(value)) continue;
        const known = best.get(target.field);
        if (known === undefined || target.rank < known.rank) best.set(target.field, { column, rank: target.rank, value });
      }
      for (const [field, { column }] of best) taken.set(column, field);
      const used = new Set([...best.values()].map(({ column }) => column));
      return toArticle(best, place, format, columns.filter((column) => !used.has(column) && !isEmpty(record[column])));
    },
    refuse: (columns) => {
      if (columns.some((column) => ['title', 'body'].includes(fieldOf(column)?.field ?? ''))) return undefined;
      const missing = [...given.values()].filter((column) => !columns.includes(column));
      return new SourceRefused('columns-unknown', `no column is known for a headline or a text${missing.length === 0 ? '' : `, and there is no column ${missing.join(', ')}`}: ${columns.slice(0, 20).join(', ')}`, 'name them with --map title=COLUMN --map body=COLUMN');
    },
    mapping: () => ({ file, taken: Object.fromEntries(taken), leftOut: [...seen].filter((column) => !taken.has(column)) }),
  };
}

function toArticle(best: ReadonlyMap<ColumnField, { readonly column: string; readonly value: unknown }>, place: Place, format: Format, leftOut: readonly string[]): ForeignArticle {
  const text = (field: ColumnField): string | undefined => {
    const value = best.get(field)?.value;
    return value === undefined ? undefined : asText(value);
  };
  const names = (field: ColumnField): readonly string[] => asNames(best.get(field)?.value);
  const date = (field: ColumnField): ForeignDate | undefined => {
    const found = text(field);
    return found === undefined ? undefined : { text: found, from: best.get(field)?.column ?? field };
  };
  const body = text('body') ?? '';
  const [published, updated, captured] = [date('date'), date('updated'), date('captured')];
  const [address, foreignId] = [text('url'), text('id')];
  const sections = asNames(best.get('section')?.value);
  return {
    ...emptyArticle(place, format),
    ...(address === undefined ? {} : { address }),
    ...(foreignId === undefined ? {} : { foreignId }),
    lines: presentLines({
      title: text('title'), kicker: text('kicker'), subtitle: text('subtitle'), summary: text('summary'), source: text('source'), section: sections[0],
      dateline: text('dateline'), image: imageAddress(best.get('image')?.value), language: text('language'), rights: text('rights'), datePrinted: text('date_printed'),
    }),
    authors: names('authors'),
    tags: [...names('tags'), ...sections.slice(1)],
    people: names('people'),
    places: names('places'),
    dates: published === undefined ? [] : [published],
    ...(updated === undefined ? {} : { updated }),
    ...(captured === undefined ? {} : { captured }),
    body: { kind: best.get('body')?.column === 'content_html' ? 'html' : bodyKind(body), text: body },
    leftOut,
  };
}

/** Tags of HTML, not signs of less and more. */
export function bodyKind(text: string): 'html' | 'text' {
  return /<(?:\/?(?:p|br|div|span|a|b|i|u|strong|em|img|h[1-6]|ul|ol|li|table|tr|td|font|blockquote|center|iframe|figure)\b[^<>]*)>/iu.test(text) ? 'html' : 'text';
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asText).filter((part) => part !== undefined).join('\n\n');
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    return asText(record['rendered'] ?? record['name'] ?? record['title'] ?? record['value'] ?? record['$date'] ?? record['$oid']);
  }
  return undefined;
}

/** A list, or a text whose names are parted by commas, semicolons, bars or lines. */
export function asNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => asText(item)?.trim() ?? []).filter((name) => name !== '');
  const text = asText(value);
  return text === undefined ? [] : text.split(/\s*[,،;؛|\n]\s*/u).map((name) => name.trim()).filter((name) => name !== '');
}

function imageAddress(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'object' && first !== null && 'url' in first) return asText(first.url);
  return asText(first);
}
