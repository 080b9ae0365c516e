/** Topics: what articles share by name. Spellings and aliases of one name meet in one topic with one address. */
import { createHash } from 'node:crypto';
import { compareNames } from '../arabic/collation.ts';
import { identityForm } from '../arabic/normalize.ts';
import { slugify } from '../arabic/slug.ts';
import type { Article } from '../article/article.ts';
import { TOPIC_KINDS, type NameSettings, type Settings, type TopicKind } from './settings.ts';

/** A section, tag, source or author with its articles. */
export interface Topic {
  readonly kind: TopicKind;
  /** The spelling that is shown: the editor's, else that of the oldest article. */
  readonly name: string;
  readonly slug: string;
  readonly description: string | undefined;
  readonly url: string | undefined;
  /** For authors: a person unless the editor says otherwise. */
  readonly type: 'person' | 'organization';
  /** Every spelling that articles use, most used first. */
  readonly spellings: readonly string[];
  /** Newest first. */
  readonly articles: readonly Article[];
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
  }
}

/** Maps any spelling to the key of its topic: the identity form of the name, or of the name it is an alias of. */
export function topicKeys(names: ReadonlyMap<string, NameSettings>): (name: string) => string {
  const keys = new Map<string, string>();
  for (const [name, { aliases = [] }] of names) {
    const key = identityForm(name);
    for (const spelling of [name, ...aliases]) keys.set(identityForm(spelling), key);
  }
  // Articles name the same few names again and again, and folding one costs more than looking it up.
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const form = identityForm(name);
    const key = keys.get(form) ?? form;
    known.set(name, key);
    return key;
  };
}

/** Builds all topics that have at least one article. @param articles newest first */
export function buildTopics(articles: readonly Article[], settings: Settings): Readonly<Record<TopicKind, readonly Topic[]>> {
  const build = (kind: TopicKind): readonly Topic[] => buildKind(kind, articles, settings.names[kind]);
  const [section, tag, source, author] = TOPIC_KINDS;
  return { section: build(section), tag: build(tag), source: build(source), author: build(author) };
}

interface Gathering {
  /** The oldest article's: newer ones must not move an address. */
  spelling: string;
  readonly spellings: Map<string, number>;
  readonly articles: Article[];
}

function buildKind(kind: TopicKind, articles: readonly Article[], names: ReadonlyMap<string, NameSettings>): readonly Topic[] {
  const keyOf = topicKeys(names);
  const gathered = new Map<string, Gathering>();
  for (const article of articles) {
    for (const name of namesOf(article, kind)) {
      const key = keyOf(name);
      const gathering = gathered.get(key) ?? { spelling: name, spellings: new Map<string, number>(), articles: [] };
      gathered.set(key, gathering);
      gathering.spelling = name;
      gathering.spellings.set(name, (gathering.spellings.get(name) ?? 0) + 1);
      if (gathering.articles.at(-1) !== article) gathering.articles.push(article);
    }
  }
  const listed = new Map([...names].map(([name, entry], order) => [identityForm(name), { name, entry, order }]));
  const named = [...gathered].map(([key, { spelling, spellings, articles: own }]) => {
    const known = listed.get(key);
    return { key, known, name: known?.name ?? spelling, spellings: mostUsedFirst(spellings), own };
  });
  const slugs = assignSlugs(named.map(({ key, known, name, own }) => ({ key, name, declared: known?.entry.slug, oldest: own.at(-1) })));
  return named
    .map(({ key, known, name, spellings, own }) => {
      const topic: Topic = { kind, name, slug: slugs.get(key) ?? key, description: known?.entry.description, url: known?.entry.url, type: known?.entry.type ?? (kind === 'author' ? 'person' : 'organization'), spellings, articles: own };
      return { topic, order: kind === 'section' ? (known?.order ?? Number.MAX_SAFE_INTEGER) : 0 };
    })
    .sort((a, b) => a.order - b.order || compareNames(a.topic.name, b.topic.name))
    .map(({ topic }) => topic);
}

function mostUsedFirst(spellings: ReadonlyMap<string, number>): readonly string[] {
  return [...spellings].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1)).map(([name]) => name);
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
