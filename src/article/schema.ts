/**
 * The article file: the single place where its fields are defined. `docs/article-format.md` explains them to editors,
 * and a test holds the two together.
 */
import { z } from 'zod';
import { field, readDate, readFlag, readId, readImageSource, readLanguage, readLine, readNames, readUrl } from './fields.ts';

const line = (maxLength: number) => field(readLine(maxLength));
const date = field(readDate);
const names = field(readNames);

/** A dated note on what was wrong and what was put right. */
const correction = z.strictObject({ date, text: line(2000) });

export const frontMatterSchema = z.strictObject({
  /** Permanent id, given once. Without it the file's name serves. */
  id: field(readId).optional(),
  /** Headline. */
  title: line(500),
  /** Short line above the headline (سطر التمهيد). */
  kicker: line(300).optional(),
  /** Line below the headline. */
  subtitle: line(500).optional(),
  /** When it was published, as precisely as is known. */
  date,
  /** The date in the words of the source, e.g. a Hijri date. */
  date_printed: line(200).optional(),
  /** When the text was last changed by its publisher. */
  updated: date.optional(),
  section: line(100).optional(),
  tags: names.optional(),
  authors: names.optional(),
  /** Newspaper, agency or body that published it. */
  source: line(200).optional(),
  /** Place before the text: «بغداد». */
  dateline: line(200).optional(),
  people: names.optional(),
  places: names.optional(),
  /** Address of the original. */
  original_url: field(readUrl).optional(),
  /** When the original was copied. */
  captured: date.optional(),
  /** Language of the text; `ar` unless said. */
  language: field(readLanguage).optional(),
  /** One or two sentences for lists, feeds and search engines. */
  summary: line(1000).optional(),
  image: z.strictObject({ src: field(readImageSource), alt: line(500), credit: line(200).optional() }).optional(),
  corrections: z.array(correction).readonly().optional(),
  rights: line(500).optional(),
  /** Not published yet. */
  draft: field(readFlag).optional(),
  /** Taken back: the address stays and says so, the text is not published. */
  withdrawn: z.strictObject({ date, reason: line(500) }).optional(),
});

export type FrontMatterFields = z.output<typeof frontMatterSchema>;

/** The names of all fields, in the order of the documentation. */
export const FIELD_NAMES: readonly string[] = Object.keys(frontMatterSchema.shape);
