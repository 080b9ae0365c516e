/**
 * What an editor sets in `_data/`: the site itself and the names the archive knows. One schema with its defaults;
 * a problem names the file and line.
 */
import { z } from 'zod';
import { FieldFault, field, readLine, readNames, readUrl } from '../article/fields.ts';
import { lineOfField, readYaml } from '../article/front-matter.ts';
import { quote, type Fault, type Problem } from '../article/problem.ts';
import { suggest } from '../article/suggest.ts';
import { identityForm, isMarked } from '../arabic/normalize.ts';
import { slugify } from '../arabic/slug.ts';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { DOSSIERS_FOLDER, parseDossier, type Dossier } from './dossier.ts';
import { HISTORY_FILE, parseHistory, type RecordedChange } from './history.ts';
import { parseRedirects, REDIRECTS_FILE, type Redirect } from './redirects.ts';

const line = (maxLength: number) => field(readLine(maxLength));

/** One of some words. */
const choice = <const T extends string>(...options: readonly T[]) =>
  field((value): T | FieldFault => {
    const found = options.find((option) => option === value);
    return found ?? new FieldFault({ code: 'settings-field', got: quote(value), expected: options.join(', '), fix: 'write one of these words' });
  });

/** A whole number of articles. */
const count = field((value): number | FieldFault => (typeof value === 'string' && /^\d{1,7}$/u.test(value) ? Number(value) : new FieldFault({ code: 'settings-field', got: quote(value), expected: 'a whole number such as 2000', fix: 'write it with the digits 0-9; 0 means none' })));

const slug = field((value): string | FieldFault => {
  const text = typeof value === 'string' ? value : '';
  return text !== '' && slugify(text) === text ? text : new FieldFault({ code: 'settings-field', got: quote(value), expected: 'letters, digits and hyphens', fix: `write ${slugify(text) || 'a short Latin or Arabic name'}` });
});

const authority = (form: RegExp, example: string, fix: string) =>
  field((value): string | FieldFault => (typeof value === 'string' && form.test(value) ? value : new FieldFault({ code: 'settings-field', got: quote(value), expected: `a form such as ${example}`, fix })));

const address = field(readUrl).optional();
/** An address for each language. */
const addresses = Object.fromEntries(LANGUAGE_CODES.map((code) => [code, address])) as Readonly<Record<LanguageCode, typeof address>>;

const siteSchema = z.strictObject({
  /** Name of the archive, in the masthead and in every title. */
  name: line(100).optional(),
  /** One line below the name. */
  tagline: line(200).optional(),
  /** One or two sentences for the about page, feeds and search engines. */
  description: line(1000).optional(),
  /** Where the site will be published, without a path; a build may say otherwise. */
  url: field(readUrl).default('https://warraq.example'),
  /** Language of the interface; articles keep theirs. */
  language: choice(...LANGUAGE_CODES).default('ar'),
  /** Names of the Gregorian months. */
  months: choice('gulf', 'levant', 'maghreb', 'morocco', 'dual').default('gulf'),
  /** Shape of the digits in what people read. */
  digits: choice('western', 'arabic').default('western'),
  /** First day of the week in calendars. */
  week: choice('saturday', 'sunday', 'monday').default('sunday'),
  /** Who publishes the archive; its name when not said. */
  publisher: line(200).optional(),
  /** Rights in the archive as a whole. */
  rights: line(500).optional(),
  /** Whether readers may keep pages on their devices. `false` also takes away what they have kept. */
  offline: choice('true', 'false').default('true'),
  /** Where this archive stands in each language of the interface, with its path. */
  languages: z.strictObject(addresses).optional(),
  /** Most articles of an archive whose articles have pictures for sharing; larger archives, and all with 0, have none. */
  cards: count.default(2000),
  /** Whether each article is there as JSON, plain text and Markdown too: three files an article, of which some hosts take few. */
  forms: choice('true', 'false').default('true'),
  /** Text of the about page: a paragraph each. */
  about: z.array(line(3000)).readonly().default([]),
});

/** What an editor may say in each language of the interface. */
const siteTextSchema = z.strictObject({
  name: line(100).optional(),
  tagline: line(200).optional(),
  description: line(1000).optional(),
  publisher: line(200).optional(),
  rights: line(500).optional(),
  about: z.array(line(3000)).readonly().optional(),
  digits: choice('western', 'arabic').optional(),
});

/** What is known of a section, tag, source, author, person or place beyond its name. */
const nameSchema = z.strictObject({
  /** The part of the address; made of the name when not said. */
  slug: slug.optional(),
  /** Other spellings and names that mean the same. */
  aliases: field(readNames).optional(),
  description: line(1000).optional(),
  url: field(readUrl).optional(),
  /** For authors: what machine formats call them. */
  type: choice('person', 'organization').optional(),
  /** Item of Wikidata. */
  wikidata: authority(/^Q[1-9]\d{0,11}$/u, 'Q79', 'copy the item from the address of its page, as in wikidata.org/wiki/Q79').optional(),
  /** Number in the Virtual International Authority File. */
  viaf: authority(/^[1-9]\d{0,21}$/u, '97006051', 'copy the number from the address of its page, as in viaf.org/viaf/97006051').optional(),
  /** For sources: the rights in their articles, where an article says nothing else. */
  rights: line(500).optional(),
});

/** The language's own texts stand in for a name and a description that are not set. */
export type SiteSettings = z.output<typeof siteSchema> & { readonly name: string; readonly description: string };
export type NameSettings = z.output<typeof nameSchema>;

export const TOPIC_KINDS = ['section', 'tag', 'source', 'author', 'person', 'place'] as const;
/** The ways in which the archive groups articles by name (قسم، وسم، مصدر، كاتب، شخص، مكان). */
export type TopicKind = (typeof TOPIC_KINDS)[number];

export interface Settings {
  readonly site: SiteSettings;
  /** Names in the order in which the editor lists them. */
  readonly names: Readonly<Record<TopicKind, ReadonlyMap<string, NameSettings>>>;
  /** By file name. */
  readonly dossiers: readonly Dossier[];
  /** Addresses that have moved. */
  readonly redirects: readonly Redirect[];
  /** What was added and edited, oldest first, as far as it was recorded. */
  readonly history: readonly RecordedChange[];
}

/** File of `_data/` for each kind of name. */
export const NAME_FILES: Readonly<Record<TopicKind, string>> = { section: 'sections.yaml', tag: 'tags.yaml', source: 'sources.yaml', author: 'authors.yaml', person: 'people.yaml', place: 'places.yaml' };
export const SITE_FILE = 'site.yaml';

/** Lines of the site's settings that stand in another language of the interface: `site.en.yaml`. */
export function siteFile(language: LanguageCode): string {
  return `site.${language}.yaml`;
}

/**
 * @param files text of each file that exists, by its name; a missing file means its defaults
 * @param chosen language of the interface, when it is not the one in the settings
 */
export function parseSettings(files: ReadonlyMap<string, string>, chosen?: LanguageCode): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const result = parseFile(file, files.get(file) ?? '', schema);
    problems.push(...result.problems);
    return result.value;
  };
  const common = read(SITE_FILE, siteSchema) ?? siteSchema.parse({});
  const language = chosen ?? common.language;
  const own = read(siteFile(language), siteTextSchema) ?? {};
  const { siteName, description } = LANGUAGES[language].texts.defaultText;
  const site: SiteSettings = {
    ...common,
    ...own,
    name: own.name ?? common.name ?? siteName,
    description: own.description ?? common.description ?? description,
    about: own.about ?? common.about,
    // The digits of the settings are for the language of the settings.
    digits: own.digits ?? (language === common.language ? common.digits : 'western'),
    language,
  };
  const names = (kind: TopicKind): ReadonlyMap<string, NameSettings> =>
    new Map(Object.entries(read(NAME_FILES[kind], z.record(z.string(), z.preprocess((value) => (value === '' || value === null ? {} : value), nameSchema))) ?? {}).map(([name, value]) => [name.normalize('NFC'), value]));
  const dossiers = [...files].filter(([file]) => file.startsWith(`${DOSSIERS_FOLDER}/`)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => parseDossier(file, text));
  problems.push(...dossiers.flatMap((parsed) => parsed.problems));
  const redirects = parseRedirects(files.get(REDIRECTS_FILE) ?? '');
  problems.push(...redirects.problems);
  const history = parseHistory(files.get(HISTORY_FILE) ?? '');
  problems.push(...history.problems);
  const settings: Settings = { site, names: { section: names('section'), tag: names('tag'), source: names('source'), author: names('author'), person: names('person'), place: names('place') }, dossiers: dossiers.flatMap(({ dossier }) => dossier ?? []), redirects: redirects.redirects, history: history.changes };
  for (const kind of TOPIC_KINDS) problems.push(...findDoubleNames(NAME_FILES[kind], files.get(NAME_FILES[kind]) ?? '', settings.names[kind]));
  return { settings, problems };
}

/** Names and aliases that two entries claim, in whatever spelling: only one of the entries would count. */
function findDoubleNames(file: string, text: string, names: ReadonlyMap<string, NameSettings>): readonly Problem[] {
  const owners = new Map<string, string>();
  return [...names].flatMap(([name, { aliases = [] }]) =>
    [name, ...aliases].flatMap((spelling): Problem[] => {
      const owner = owners.get(identityForm(spelling));
      owners.set(identityForm(spelling), owner ?? name);
      if (owner === undefined || owner === name) return [];
      // Only their marks tell them apart, and the editor wrote them: two names.
      if (spelling === name && isMarked(name) && isMarked(owner)) return [];
      return [{ code: 'settings-field', severity: 'error', file, line: lineOfField(text.normalize('NFC'), [name]), field: name, got: `"${spelling}", which stands under "${owner}" too`, expected: 'each name and alias in one place', fix: 'delete one of the two, or put both names under one' }];
    }),
  );
}

function isSiteFile(file: string): boolean {
  return file === SITE_FILE || LANGUAGE_CODES.some((language) => file === siteFile(language));
}

function parseFile<T>(file: string, text: string, schema: z.ZodType<T>): { readonly value?: T; readonly problems: readonly Problem[] } {
  const yaml = readYaml(text.normalize('NFC'));
  if ('code' in yaml) {
    const { line: at, ...fault } = yaml;
    return { problems: [{ severity: 'error', ...fault, file, line: at, field: 'file' }] };
  }
  // `tagline:` with nothing after it is a setting left blank; names alone on their line are told apart by the schema.
  const fields = isSiteFile(file) ? Object.fromEntries(Object.entries(yaml.value).filter(([, value]) => value !== null && value !== '')) : yaml.value;
  const result = schema.safeParse(fields);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => toProblems(issue, file, text)) };
}

function toProblems(issue: z.core.$ZodIssue, file: string, text: string): Problem[] {
  const problem = (path: readonly PropertyKey[], fault: Fault): Problem => ({ severity: 'error', ...fault, file, line: lineOfField(text, path), field: path.map(String).join('.') });
  if (issue.code === 'unrecognized_keys') {
    const known = isSiteFile(file) ? Object.keys(file === SITE_FILE ? siteSchema.shape : siteTextSchema.shape) : Object.keys(nameSchema.shape);
    return issue.keys.map((key) => {
      const near = suggest(key, known);
      return problem([...issue.path, key], { code: 'field-unknown', got: `the unknown setting ${JSON.stringify(key)}`, expected: `one of ${known.join(', ')}`, fix: near === undefined ? 'delete the line' : `rename it to ${near}` });
    });
  }
  if (issue.code === 'custom' && issue.params !== undefined) return [problem(issue.path, issue.params as unknown as Fault)];
  return [problem(issue.path, { code: 'settings-field', got: 'a value of another kind', expected: issue.message, fix: 'see the comments in the sample settings for how it is written' })];
}
