/** Topics: what articles share by name. Spellings and aliases of one name meet in one topic with one address. */
import { createHash } from 'node:crypto';
import { nameOrder } from '../arabic/collation.ts';
import { identityForm, isMarked } from '../arabic/normalize.ts';
import { slugify } from '../arabic/slug.ts';
import type { Article } from '../article/article.ts';
import { TOPIC_KINDS, type NameSettings, type Settings, type TopicKind } from './settings.ts';

/** A section, tag, source, author, person or place with its articles. */
export interface Topic {
  readonly kind: TopicKind;
  /** The spelling that is shown: the editor's, else that of the oldest article. */
  readonly name: string;
  readonly slug: string;
  readonly description: string | undefined;
  readonly url: string | undefined;
  /** Other names, as the editor lists them. */
  readonly aliases: readonly string[];
  readonly wikidata: string | undefined;
  readonly viaf: string | undefined;
  /** For sources: the rights in their articles. */
  readonly rights: string | undefined;
  /** For authors: a person unless the editor says otherwise. */
  readonly type: 'person' | 'organization';
  /** Every spelling that articles use, most used first. */
  readonly spellings: readonly string[];
  /** Newest first. */
  readonly articles: readonly Article[];
  /** Their places in the list of all articles. */
  readonly positions: readonly number[];
  /** How many of them each month has: `202105`, and `202100` for those of a year whose month is not known. */
  readonly months: ReadonlyMap<number, number>;
}

/** The names that an article carries, by kind. */
export function namesOf(article: Article, kind: TopicKind): readonly string[] {
  switch (kind) {
    case 'section':
      return article.section === undefined ? [] : [article.section];
    case 'source':
      return article.source === undefined ? [] : [article.source];
    case 'tag':
      return article.tags;
    case 'author':
      return article.authors;
    case 'person':
      return article.people;
    case 'place':
      return article.places;
  }
}

/**
 * Maps any spelling to the key of its topic: the identity form of the name, or of the name it is an alias of. Two names that
 * only their marks tell apart (عُمان، عمّان) are two when the editor lists both, each with its marks.
 */
export function topicKeys(names: ReadonlyMap<string, NameSettings>): (name: string) => string {
  const keys = new Map<string, string>();
  const exact = new Map<string, string>();
  for (const [name, { aliases = [] }] of names) {
    const form = identityForm(name);
    const taken = keys.has(form) && isMarked(name);
    const key = taken ? `${form} ${name}` : form;
    if (taken) exact.set(name, key);
    for (const spelling of [name, ...aliases]) if (!taken || spelling !== name) keys.set(identityForm(spelling), key);
  }
  // Names come again and again.
  const known = new Map<string, string>();
  return (name) => {
    const own = exact.get(name) ?? known.get(name);
    if (own !== undefined) return own;
    const form = identityForm(name);
    const key = keys.get(form) ?? form;
    known.set(name, key);
    return key;
  };
}

/** Builds all topics that have at least one article. @param articles newest first */
export function buildTopics(articles: readonly Article[], settings: Settings): Readonly<Record<TopicKind, readonly Topic[]>> {
  const build = (kind: TopicKind): readonly Topic[] => buildKind(kind, articles, settings.names[kind]);
  const [section, tag, source, author, person, place] = TOPIC_KINDS;
  return { section: build(section), tag: build(tag), source: build(source), author: build(author), person: build(person), place: build(place) };
}

interface Gathering {
  readonly key: string;
  /** The oldest article's: newer ones must not move an address. */
  spelling: string;
  readonly spellings: Spelling[];
  readonly articles: Article[];
  readonly positions: number[];
  /** Counted here, where an article is at hand: to ask all articles of all topics again takes as long as gathering them. */
  readonly months: Map<number, number>;
}

interface Spelling {
  readonly name: string;
  readonly gathering: Gathering;
  times: number;
}

/** Names come again and again: each spelling is looked at once, then counted. */
function gather(kind: TopicKind, articles: readonly Article[], keyOf: (name: string) => string): Iterable<Gathering> {
  const gathered = new Map<string, Gathering>();
  const known = new Map<string, Spelling>();
  const meet = (name: string): Spelling => {
    const key = keyOf(name);
    const gathering = gathered.get(key) ?? { key, spelling: name, spellings: [], articles: [], positions: [], months: new Map<number, number>() };
    gathered.set(key, gathering);
    const spelling = { name, gathering, times: 0 };
    gathering.spellings.push(spelling);
    known.set(name, spelling);
    return spelling;
  };
  for (const [position, article] of articles.entries()) {
    const month = article.date.year * 100 + (article.date.month ?? 0);
    for (const name of namesOf(article, kind)) {
      const spelling = known.get(name) ?? meet(name);
      spelling.times += 1;
      const { gathering } = spelling;
      gathering.spelling = name;
      if (gathering.articles.at(-1) === article) continue;
      gathering.articles.push(article);
      gathering.positions.push(position);
      gathering.months.set(month, (gathering.months.get(month) ?? 0) + 1);
    }
  }
  return gathered.values();
}

function buildKind(kind: TopicKind, articles: readonly Article[], names: ReadonlyMap<string, NameSettings>): readonly Topic[] {
  const keyOf = topicKeys(names);
  const listed = new Map([...names].map(([name, entry], order) => [keyOf(name), { name, entry, order }]));
  const named = [...gather(kind, articles, keyOf)].map(({ key, spelling, spellings, articles: own, positions, months }) => {
    const known = listed.get(key);
    return { key, known, name: known?.name ?? spelling, spellings: mostUsedFirst(spellings), own, positions, months };
  });
  const compare = nameOrder();
  const slugs = assignSlugs(named.map(({ key, known, name, own }) => ({ key, name, declared: known?.entry.slug, oldest: own.at(-1) })));
  return named
    .map(({ key, known, name, spellings, own, positions, months }) => {
      const topic: Topic = { kind, name, slug: slugs.get(key) ?? key, description: known?.entry.description, url: known?.entry.url, aliases: known?.entry.aliases ?? [], wikidata: known?.entry.wikidata, viaf: known?.entry.viaf, rights: known?.entry.rights, type: known?.entry.type ?? (kind === 'author' || kind === 'person' ? 'person' : 'organization'), spellings, articles: own, positions, months };
      return { topic, name, order: kind === 'section' ? (known?.order ?? Number.MAX_SAFE_INTEGER) : 0 };
    })
    .sort((a, b) => a.order - b.order || compare(a.name, b.name))
    .map(({ topic }) => topic);
}

function mostUsedFirst(spellings: readonly Spelling[]): readonly string[] {
  return [...spellings].sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

interface SlugRequest {
  readonly key: string;
  readonly name: string;
  readonly declared: string | undefined;
  readonly oldest: Article | undefined;
}

/**
 * An address for each name. What the editor declares stands; of other names that come to the same address (`C++`, `C#`)
 * the one with the oldest article keeps it and the rest get a digest, so that newer articles move nothing.
 */
function assignSlugs(requests: readonly SlugRequest[]): ReadonlyMap<string, string> {
  const slugs = new Map(requests.flatMap(({ key, declared }) => (declared === undefined ? [] : [[key, declared] as const])));
  const taken = new Set(slugs.values());
  const open = requests.filter(({ declared }) => declared === undefined).sort((a, b) => ageOf(a) - ageOf(b) || (a.key < b.key ? -1 : 1));
  for (const { key, name } of open) {
    const plain = slugify(name);
    const slug = plain !== '' && !taken.has(plain) ? plain : `${plain.slice(0, 60)}-${digest(key)}`.replace(/^-/u, 'x');
    taken.add(slug);
    slugs.set(key, slug);
  }
  return slugs;
}

function ageOf({ oldest }: SlugRequest): number {
  return oldest?.date.sort ?? 0;
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
