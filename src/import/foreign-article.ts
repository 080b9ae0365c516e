/** What a reader finds in a source before anything is understood: texts as they stood there, each with its place. */

export const FORMATS = ['text', 'markdown', 'html', 'wxr', 'feed', 'jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Where an article stood. */
export interface Place {
  /** The file as the user named it, or its path below the folder that was named. */
  readonly file: string;
  /** Number of the article in its file, from 1; the line of a text file where lines count. */
  readonly record: number;
  readonly line?: number;
  /** True when the file holds this article and no other. */
  readonly alone: boolean;
}

/** A date as it was written, and where it stood. */
export interface ForeignDate {
  readonly text: string;
  readonly from: string;
}

export type BodyKind = 'text' | 'html' | 'markdown';

/** One-line fields that sources have under many names. */
export const LINE_FIELDS = ['title', 'kicker', 'subtitle', 'summary', 'source', 'section', 'dateline', 'image', 'imageAlt', 'imageCredit', 'rights', 'language', 'datePrinted'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

export interface ForeignArticle {
  readonly place: Place;
  readonly format: Format;
  /** Its address where it came from. */
  readonly address?: string;
  /** What its relative links are read against, where it has no address. */
  readonly base?: string;
  /** Its id where it came from. */
  readonly foreignId?: string;
  readonly lines: Readonly<Partial<Record<LineField, string>>>;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly dates: readonly ForeignDate[];
  readonly updated?: ForeignDate;
  readonly captured?: ForeignDate;
  readonly body: { readonly kind: BodyKind; readonly text: string };
  /** Paths on the archivist's own old site that must lead to the new page. */
  readonly oldPaths: readonly string[];
  /** Why it was not public: `draft`, `private` … */
  readonly unpublished?: string;
  /** Names of fields that have no place here. */
  readonly leftOut: readonly string[];
  /** What the reader had to do that an archivist should know. */
  readonly remarks: readonly Remark[];
}

/** Kinds of remarks, in the order of the report. */
export const REMARK_KINDS = ['removed', 'moved', 'cleaned', 'eye'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Something done to an article, or something that a person should look at (`eye`). */
export interface Remark {
  readonly kind: RemarkKind;
  /** A stable word for counting: `furniture`, `dateline`, `tatweel`, `headline-made` … */
  readonly code: string;
  /** The words concerned, or what was seen. */
  readonly text: string;
  readonly count?: number;
}

/** What could not come in, and why. */
export interface Refusal {
  readonly place: Pick<Place, 'file'> & Partial<Place>;
  readonly code: string;
  readonly reason: string;
  /** What the user can do. */
  readonly fix: string;
  /** Left out on purpose (menus, attachments); it does not make the import fail. */
  readonly expected?: boolean;
}

/** What readers yield. */
export type Found = { readonly article: ForeignArticle } | { readonly refusal: Refusal } | { readonly mapping: Mapping };

/** Which column or key became which field, for the report. */
export interface Mapping {
  readonly file: string;
  readonly taken: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
}

/** An article with nothing known but its place. */
export function emptyArticle(place: Place, format: Format): ForeignArticle {
  return { place, format, lines: {}, authors: [], tags: [], people: [], places: [], dates: [], body: { kind: 'text', text: '' }, oldPaths: [], leftOut: [], remarks: [] };
}

/** What an article shares its furniture with: the articles of its source, of its site, of its folder, or of its file. */
export function batchOf({ lines, address, place }: ForeignArticle): string {
  const site = address !== undefined && URL.canParse(address) ? new URL(address).host : '';
  return lines.source ?? (site !== '' ? site : place.alone ? place.file.replace(/[^/]*$/u, '') : place.file);
}

/** Lines that are not empty, without the others. */
export function presentLines(lines: Readonly<Partial<Record<LineField, string | undefined>>>): Partial<Record<LineField, string>> {
  return Object.fromEntries(Object.entries(lines).flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]])));
}
