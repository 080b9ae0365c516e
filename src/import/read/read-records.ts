/** A record of named values (a JSON object, a row of a table) as an article, by a mapping that is guessed from the names. */
import { identityForm } from '../../arabic/normalize.ts';
import { emptyArticle, presentLines, type Format, type ForeignArticle, type ForeignDate, type Mapping, type Place } from '../foreign-article.ts';
import { MAX_COLUMNS } from './limits.ts';
import { asNames, asText, hiddenBecause, isObject, lastStep, unwrapRecord } from './record-shapes.ts';
import { SourceRefused } from './open-source.ts';
import { withZone } from '../dates/with-zone.ts';

/** What a column can become, and the names that columns have for it, the best first. */
const COLUMN_NAMES = {
  id: ['id', 'article_id', 'guid', 'uuid', '_id', 'nid', 'post_id', 'المعرف', 'رقم الخبر', 'رقم المقال', 'رقم', 'pk', 'م'],
  url: ['url', 'original_url', 'link', 'permalink', 'address', 'href', 'external_url', 'web_url', 'source_url', 'news_url', 'الرابط', 'رابط', 'رابط الخبر'],
  title: ['title', 'headline', 'post_title', 'heading', 'subject', 'العنوان', 'عنوان', 'عنوان الخبر', 'عنوان المقال', 'العنوان الرئيسي', 'news_title', 'article_title', 'title_ar', 'name'],
  kicker: ['kicker', 'overline', 'pretitle', 'سطر التمهيد', 'العنوان التمهيدي'],
  subtitle: ['subtitle', 'subheadline', 'sub_title', 'deck', 'standfirst', 'العنوان الفرعي'],
  body: ['body', 'content', 'text', 'article', 'content_html', 'content_text', 'post_content', 'fulltext', 'full_text', 'article_body', 'articlebody', 'maintext', 'story', 'النص', 'نص', 'نص الخبر', 'المتن', 'المحتوى', 'محتوى', 'الخبر', 'المقال', 'تفاصيل', 'التفاصيل', 'تفاصيل الخبر', 'نص المقال', 'متن الخبر', 'محتوى الخبر', 'الموضوع', 'details', 'news_body', 'news_text', 'body_ar', 'content_ar', 'introtext', 'bodytext', 'html', 'raw_text', 'clean_text'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'lead', 'post_excerpt', 'الملخص', 'ملخص', 'المقدمة'],
  date: ['date_published', 'published', 'published_at', 'date', 'pubdate', 'publish_date', 'publication_date', 'datetime', 'post_date', 'created_at', 'created', 'timestamp', 'pub_date', 'news_date', 'article_date', 'first_published_at', 'published_on', 'created_on', 'post_date_gmt', 'التاريخ', 'تاريخ', 'تاريخ النشر', 'تاريخ الخبر', 'تاريخ الإضافة', 'يوم النشر'],
  updated: ['updated', 'date_modified', 'modified', 'updated_at', 'lastmod', 'last_modified', 'post_modified', 'تاريخ التحديث', 'آخر تحديث'],
  captured: ['captured', 'date_extracted', 'crawled_at', 'scraped_at', 'date_crawled', 'date_download', 'retrieved', 'fetched_at', 'accessed'],
  date_printed: ['date_printed', 'hijri_date', 'التاريخ الهجري'],
  authors: ['authors', 'author', 'byline', 'writer', 'creator', 'author_name', 'الكاتب', 'كاتب', 'المؤلف', 'المحرر', 'الكتاب', 'اسم الكاتب', 'المراسل'],
  source: ['source_ar', 'source', 'publisher', 'newspaper', 'agency', 'source_name', 'site_name', 'outlet', 'المصدر', 'مصدر', 'الصحيفة', 'الجريدة', 'الوكالة'],
  section: ['section', 'category', 'categories', 'rubric', 'channel', 'label', 'القسم', 'قسم', 'التصنيف', 'الباب', 'الفئة', 'section_name', 'category_name', 'القسم الرئيسي'],
  tags: ['tags', 'keywords', 'topics', 'labels', 'الوسوم', 'وسوم', 'كلمات مفتاحية', 'الكلمات المفتاحية', 'الكلمات الدلالية'],
  people: ['people', 'persons', 'أشخاص', 'الأشخاص'],
  places: ['places', 'locations', 'أماكن', 'الأماكن'],
  dateline: ['dateline', 'location', 'place', 'city', 'المكان', 'المدينة'],
  image: ['image', 'image_url', 'thumbnail', 'photo', 'top_image', 'picture', 'featured_image', 'featured_image_url', 'featuredImage', 'cover', 'cover_image', 'banner', 'lead_image', 'الصورة', 'صورة', 'رابط الصورة'],
  status: ['status', 'post_status', 'state', 'الحالة', 'حالة النشر', 'حالة'],
  language: ['language', 'lang', 'اللغة'],
  rights: ['rights', 'copyright', 'license', 'licence', 'الحقوق'],
} as const;

export type ColumnField = keyof typeof COLUMN_NAMES;
export const COLUMN_FIELDS = Object.keys(COLUMN_NAMES) as readonly ColumnField[];

const BY_NAME: ReadonlyMap<string, { readonly field: ColumnField; readonly rank: number }> = new Map(
  COLUMN_FIELDS.flatMap((field) => COLUMN_NAMES[field].map((name, rank) => [columnForm(name), { field, rank }] as const)),
);

/** True for a column whose name says what it is, or that the user named. */
export function isKnownColumn(column: string, given: ReadonlyMap<ColumnField, string>): boolean {
  return BY_NAME.has(columnForm(column)) || [...given.values()].includes(column);
}

export function hasField(columns: readonly string[], field: ColumnField, given: ReadonlyMap<ColumnField, string>): boolean {
  return columns.some((column) => given.get(field) === column || BY_NAME.get(columnForm(column))?.field === field);
}

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
  const paths = new Set([...given.values()].filter((column) => column.includes('.')));
  const fieldOf = (column: string): { readonly field: ColumnField; readonly rank: number } | undefined => {
    const own = byColumn.get(column);
    if (own !== undefined) return { field: own, rank: -1 };
    const guessed = BY_NAME.get(columnForm(column)) ?? (column.includes('.') ? BY_NAME.get(columnForm(lastStep(column))) : undefined);
    return guessed === undefined || given.has(guessed.field) ? undefined : guessed;
  };
  return {
    read: (wrapped, place, format) => {
      const record = unwrapRecord(wrapped, paths);
      const best = new Map<ColumnField, { readonly column: string; readonly rank: number; readonly value: unknown }>();
      const columns = Object.keys(record).slice(0, MAX_COLUMNS);
      for (const column of columns) {
        if (seen.size < MAX_COLUMNS) seen.add(column);
        const target = fieldOf(column);
        const value = record[column];
        if (target === undefined || isEmpty(value)) continue;
        const known = best.get(target.field);
        // What stands deeper is known less well.
        const rank = target.rank + (target.rank >= 0 && column.includes('.') ? DEEPER : 0);
        if (known === undefined || rank < known.rank) best.set(target.field, { column, rank, value });
      }
      for (const [field, { column }] of best) taken.set(column, field);
      const used = new Set([...best.values()].map(({ column }) => column));
      return toArticle(best, record, place, format, columns.filter((column) => !used.has(column) && !isEmpty(record[column])));
    },
    refuse: (columns) => {
      if (columns.some((column) => ['title', 'body'].includes(fieldOf(column)?.field ?? ''))) return undefined;
      const missing = [...given.values()].filter((column) => !columns.includes(column));
      return new SourceRefused('columns-unknown', `no column is known for a headline or a text${missing.length === 0 ? '' : `, and there is no column ${missing.join(', ')}`}: ${columns.slice(0, 20).join(', ')}`, 'name them with --map title=COLUMN --map body=COLUMN');
    },
    mapping: () => ({ file, taken: Object.fromEntries(taken), leftOut: [...seen].filter((column) => !taken.has(column)) }),
  };
}

const DEEPER = 100;

function toArticle(best: ReadonlyMap<ColumnField, { readonly column: string; readonly value: unknown }>, record: Readonly<Record<string, unknown>>, place: Place, format: Format, leftOut: readonly string[]): ForeignArticle {
  const text = (field: ColumnField): string | undefined => {
    const value = best.get(field)?.value;
    return value === undefined ? undefined : asText(value);
  };
  const names = (field: ColumnField): readonly string[] => asNames(best.get(field)?.value);
  const date = (field: ColumnField): ForeignDate | undefined => {
    const found = text(field);
    const column = best.get(field)?.column ?? field;
    return found === undefined ? undefined : { text: zoned(found, record[`${column}_gmt`]), from: column };
  };
  const body = text('body') ?? '';
  const [published, updated, captured] = [date('date'), date('updated'), date('captured')];
  const [address, foreignId] = [text('url'), text('id')];
  const sections = asNames(best.get('section')?.value);
  const hidden = hiddenBecause(best.get('status')?.value);
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
    ...(hidden === undefined ? {} : { unpublished: hidden, remarks: [{ kind: 'eye', code: 'unpublished', text: `it was ${hidden} and comes in as a draft, which no site shows` }] }),
    body: { kind: best.get('body')?.column === 'content_html' ? 'html' : bodyKind(body), text: body },
    leftOut,
  };
}

/** WordPress keeps the time of the place and that of Greenwich side by side; together they say the zone. */
function zoned(local: string, universal: unknown): string {
  return typeof universal === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/u.test(local) && /^(?!0000)\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/u.test(universal) ? withZone(local.replace('T', ' '), universal.replace('T', ' ')) : local;
}

/** Tags of HTML, not signs of less and more. */
export function bodyKind(text: string): 'html' | 'text' {
  return /<(?:\/?(?:p|br|div|span|a|b|i|u|strong|em|img|h[1-6]|ul|ol|li|table|tr|td|font|blockquote|center|iframe|figure)\b[^<>]*)>/iu.test(text) ? 'html' : 'text';
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function imageAddress(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isObject(first)) return asText(first['url'] ?? first['src'] ?? first['image'] ?? first['path']);
  return asText(first);
}
