/**
 * An article as an earlier build has kept it. What an archive is ordered and grouped by is there at once; all else is read from the kept text when
 * somebody asks: a daily build of a large archive looks at a hundredth of it.
 */
import type { Article, ArticleId } from '../article/article.ts';
import type { ArchiveDate } from '../calendar/archive-date.ts';
import type { Digest } from '../plan/digest.ts';
import { rememberRecent } from '../site/recent.ts';
import { readBody } from './parse-file.ts';

/** What is asked of all articles at each build, kept in columns. */
export const ORDER_FIELDS = ['id', 'date', 'section', 'source', 'tags', 'authors', 'people', 'places', 'original_url', 'file'] as const satisfies readonly (keyof Article)[];

/** What few articles have, and the archive asks of all. */
export const RARE_FIELDS = ['draft', 'withdrawn', 'corrections', 'image', 'pictures'] as const satisfies readonly (keyof Article)[];

export type OrderFields = Pick<Article, (typeof ORDER_FIELDS)[number]>;
export type RareFields = Partial<Pick<Article, (typeof RARE_FIELDS)[number]>>;
/** What is read when somebody asks. */
export type RestFields = Omit<Article, keyof OrderFields | keyof RareFields | 'body'>;

/** Where an article's text lies. */
export interface KeptPlace {
  /** Folder of the articles. */
  readonly folder: string;
  /** Of the file's content. */
  readonly digest: Digest;
  /** Has the rest of the fields as JSON, among those of others. Bounds in place of a function: seventy thousand of those took forty megabytes. */
  readonly rests: Buffer;
  readonly begin: number;
  readonly end: number;
}

function restAt({ rests, begin, end }: KeptPlace): Buffer {
  return rests.subarray(begin, end);
}

export class KeptArticle implements Article {
  readonly id: ArticleId;
  readonly date: ArchiveDate;
  readonly section: string | undefined;
  readonly source: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly original_url: string | undefined;
  readonly file: string;
  readonly draft: boolean;
  readonly withdrawn: Article['withdrawn'];
  readonly corrections: Article['corrections'];
  readonly image: Article['image'];
  readonly pictures: NonNullable<Article['pictures']>;
  readonly #place: KeptPlace;

  constructor({ id, date, section, source, tags, authors, people, places, original_url, file }: OrderFields, { draft = false, withdrawn, corrections = NO_CORRECTIONS, image, pictures = NO_PICTURES }: RareFields, place: KeptPlace) {
    this.id = id;
    this.date = date;
    this.section = section;
    this.source = source;
    this.tags = tags;
    this.authors = authors;
    this.people = people;
    this.places = places;
    this.original_url = original_url;
    this.file = file;
    this.draft = draft;
    this.withdrawn = withdrawn;
    this.corrections = corrections;
    this.image = image;
    this.pictures = pictures;
    this.#place = place;
  }

  get body(): string {
    return readBody(this.#place.folder, this.file, this.#place.digest);
  }

  get title(): string {
    return this.#rest.title;
  }

  get kicker(): Article['kicker'] {
    return this.#rest.kicker;
  }

  get subtitle(): Article['subtitle'] {
    return this.#rest.subtitle;
  }

  get date_printed(): Article['date_printed'] {
    return this.#rest.date_printed;
  }

  get updated(): Article['updated'] {
    return this.#rest.updated;
  }

  get dateline(): Article['dateline'] {
    return this.#rest.dateline;
  }

  get captured(): Article['captured'] {
    return this.#rest.captured;
  }

  get language(): string {
    return this.#rest.language;
  }

  get summary(): Article['summary'] {
    return this.#rest.summary;
  }

  get rights(): Article['rights'] {
    return this.#rest.rights;
  }

  get sha256(): string {
    return this.#rest.sha256;
  }

  get opening(): string {
    return this.#rest.opening;
  }

  get #rest(): RestFields {
    return KeptArticle.#recentRest(this);
  }

  /** Lists show the same articles again and again. More than this was no faster. */
  static readonly #recentRest = rememberRecent(1_000, (article: KeptArticle) => JSON.parse(restAt(article.#place).toString('utf8')) as RestFields);

  /** What is kept of the article beside its columns, as it lies. @returns undefined for an article that is none of these */
  static restOf(article: object): Buffer | undefined {
    return article instanceof KeptArticle ? restAt(article.#place) : undefined;
  }
}

const NO_CORRECTIONS: Article['corrections'] = [];
const NO_PICTURES: NonNullable<Article['pictures']> = [];
