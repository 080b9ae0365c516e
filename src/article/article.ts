/** An article of the archive (مقال): validated, immutable, free of any file format. */
import type { ArchiveDate } from '../calendar/archive-date.ts';
import type { FrontMatterFields } from './schema.ts';

declare const brand: unique symbol;
/** A permanent id: lower-case Latin letters, digits and hyphens, unique in the archive. */
export type ArticleId = string & { readonly [brand]: 'ArticleId' };

export interface Correction {
  readonly date: ArchiveDate;
  readonly text: string;
}

export interface Article extends Readonly<Omit<FrontMatterFields, 'id' | 'tags' | 'authors' | 'people' | 'places' | 'corrections' | 'language' | 'draft'>> {
  readonly id: ArticleId;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly corrections: readonly Correction[];
  readonly language: string;
  readonly draft: boolean;
  /** Markdown, NFC, LF. */
  readonly body: string;
  /** Pictures of the archive in the body, with their lines in the file; absent where there are none. */
  readonly pictures?: readonly { readonly src: string; readonly line: number }[];
  /** SHA-256 of the file, in hexadecimal: who has the file can prove that it is the one that was published. */
  readonly sha256: string;
  /** The beginning of the body as plain text, for summaries: lists of articles need no more of the text than this. */
  readonly opening: string;
  /** Path of the file below the archive's folder, with `/`. */
  readonly file: string;
}
