/**
 * From the words of a text to the classes under which they are found: `الأسعار`, `سعر` and `بأسعارها` meet in one.
 *
 * Letters are folded (`words.ts`), then lists decide where they know a word, and rules (`stem.ts`) where they do not.
 * The lists are data: broken plurals, spellings of one name, names written joined or apart. Index and browser must use the
 * same lists, or they would not find each other; a site carries its own.
 */
import { createProclitics, type Attested } from './proclitics.ts';
import { createSpellingRepair } from './spelling-repair.ts';
import { createEndings } from './endings.ts';
import { cutPrefix, cutSuffix, foldLastHamza, stem } from './stem.ts';
import { normalForm, splitWords } from './words.ts';

/** Groups of words that mean the same to a searcher; the first of a group is its head. */
export type WordGroups = readonly (readonly string[])[];

export interface WordLists {
  /** Singular, then its broken plurals. */
  readonly plurals: WordGroups;
  /** Spellings of one word or name. */
  readonly spellings: WordGroups;
  /** A name of several words, then its joined forms. */
  readonly joined: WordGroups;
  /** Words that stand for themselves; known so that what is joined before them can be told from them. */
  readonly names: WordGroups;
}

export interface Analyser {
  /** Classes in which a normal form meets its other forms; more than one for a name that is written joined. */
  readonly classesOf: (form: string) => readonly string[];
  /** The form without what is joined to it: forms of one stem are nearer to each other than others of their class, which lists joined. */
  readonly stemOf: (form: string) => string;
}

/** @param attested how often a normal form stands in the archive and in the base vocabulary; without it, rules alone decide */
export function createAnalyser(lists: WordLists, attested?: Attested): Analyser {
  const known: Known = {
    ...indexOnce(lists),
    cutProclitics: attested === undefined ? undefined : rememberLast(createProclitics(attested)),
    cutEnding: attested === undefined ? cutSuffix : rememberLast(createEndings(attested)),
    repair: attested === undefined ? (form) => form : rememberLast(createSpellingRepair(attested)),
  };
  return {
    classesOf: (form) => classesOf(known.classes.has(form) ? form : known.repair(form), known),
    stemOf: (form) => (known.cutProclitics === undefined ? stem(form) : known.cutEnding(known.cutProclitics(known.repair(form)))),
  };
}

/** Classes and stem of a form are asked for one after the other, and take the same steps. */
function rememberLast(step: (word: string) => string): (word: string) => string {
  let last: string | undefined;
  let result = '';
  return (word) => {
    if (word !== last) {
      result = step(word);
      last = word;
    }
    return result;
  };
}

function classesOf(normal: string, known: Known): readonly string[] {
  if (normal === '') return [];
  const bare = [normal, ...bareForms(normal)];
  const parts = firstOf(bare, known.joined) ?? firstMatch(bare, servantName);
  return parts === undefined ? [classOf(normal, known)] : [...new Set(parts.map((part) => classOf(part, known)))];
}

/** `عبدالرحمن` and all its kin: a servant of one of the names of God, written joined. */
function servantName(form: string): readonly string[] | undefined {
  const name = /^عبد(ال.{3,})$/u.exec(form)?.[1];
  return name === undefined ? undefined : ['عبد', name];
}

interface Known {
  /** Normal form of a word → class of the head of its group. */
  readonly classes: ReadonlyMap<string, string>;
  /** Normal form of a singular of the lists → its class. */
  readonly heads: ReadonlyMap<string, string>;
  /** Normal form of a joined name → the words it is made of. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** Normal forms that the lists hold: words that are surely whole. */
  readonly vocabulary: ReadonlySet<string>;
  /** Takes off what is joined before a word, by the evidence of a vocabulary. */
  readonly cutProclitics: ((normal: string) => string) | undefined;
  /** Takes off the ending of a word, by the same evidence where there is any. */
  readonly cutEnding: (word: string) => string;
  /** The usual spelling of a word that is written carelessly, by the same evidence. */
  readonly repair: (normal: string) => string;
}

const indexed = new WeakMap<WordLists, ReturnType<typeof indexLists>>();

/** The same lists serve many analysers, each with its own evidence. */
function indexOnce(lists: WordLists): ReturnType<typeof indexLists> {
  const known = indexed.get(lists) ?? indexLists(lists);
  indexed.set(lists, known);
  return known;
}

function indexLists({ plurals, spellings, joined, names }: WordLists): Omit<Known, 'cutProclitics' | 'cutEnding' | 'repair'> {
  const classes = new Map<string, string>();
  const heads = new Map(plurals.map(([singular = '']) => [normalForm(singular), stem(normalForm(singular))]));
  for (const [singular = '', ...others] of plurals) {
    const head = stem(normalForm(singular));
    // A plural that is itself a singular of the list (`رسوم`) stays one.
    for (const plural of others.map(normalForm)) if (!classes.has(plural) && !heads.has(plural)) classes.set(plural, head);
  }
  for (const group of spellings) {
    for (const [head, other] of wordsApart(group)) if (!classes.has(other)) classes.set(other, classes.get(head) ?? stem(head));
    const [head = '', ...others] = group.filter((spelling) => !/\s/u.test(spelling)).map(normalForm);
    if (others.length === 0) continue;
    const headClass = classes.get(head) ?? stem(head);
    for (const spelling of [head, ...others]) classes.set(spelling, headClass);
  }
  const parts = new Map<string, readonly string[]>();
  for (const group of [...spellings, ...joined]) {
    const apart = group.find((form) => /\s/u.test(form));
    if (apart === undefined) continue;
    for (const form of group) if (!/\s/u.test(form)) parts.set(normalForm(form), splitWords(apart).map(normalForm));
  }
  for (const name of names.flat().map(normalForm)) {
    const bare = name.startsWith('ال') && name.length >= 5 ? name.slice(2) : name;
    // A name keeps what looks like an ending (`لبنان` is not `لبن`), unless it is a common noun too (`المدينة`).
    const own = classes.get(name) ?? (heads.has(bare) ? stem(bare) : bare);
    for (const form of [name, bare]) if (!classes.has(form)) classes.set(form, own);
    // What is of a place is a word of its own: who asks for Turkey does not ask for all that is Turkish.
    const relation = relationOf(bare);
    if (!classes.has(relation)) classes.set(relation, relation);
  }
  const vocabulary = new Set([...heads.keys(), ...classes.keys(), ...parts.keys(), ...joined.flatMap((group) => group.flatMap((form) => splitWords(form).map(normalForm)))]);
  return { classes, heads, joined: parts, vocabulary };
}

/** Of a name of several words that is spelled in several ways, the words that differ: `هونغ كونغ`, `هونج كونج`. Other names of the same have other words. */
function wordsApart(group: readonly string[]): readonly (readonly [head: string, other: string])[] {
  const [first = [], ...others] = group.filter((form) => /\s/u.test(form)).map((form) => splitWords(form).map(normalForm));
  const pairs = others.filter(({ length }) => length === first.length).flatMap((words) => words.map((word, at) => [first[at] ?? '', word] as const));
  return pairs.filter(([head, other]) => head !== other && soundAlike(head[0] ?? '', other[0] ?? '') && Math.abs(head.length - other.length) <= 2);
}

/** The same letter, or another that stands for the same foreign sound. */
function soundAlike(one: string, other: string): boolean {
  return one === other || ['غجقك', 'بف', 'تط', 'سصش'].some((letters) => letters.includes(one) && letters.includes(other));
}

/** The adjective of a place: `مصري`, `ليبي`, `فرنسي`. After ta marbuta it would too often be another word (`جدة`, `جدي`). */
function relationOf(name: string): string {
  if (name.endsWith('ه')) return name;
  if (!name.endsWith('ا')) return `${name}ي`;
  return name.endsWith('يا') ? name.slice(0, -1) : `${name.slice(0, -1)}ي`;
}

function classOf(normal: string, { classes, heads, vocabulary, cutProclitics, cutEnding }: Known): string {
  const own = classes.get(normal);
  if (own !== undefined) return own;
  if (vocabulary.has(normal)) return stem(normal);
  const cut = cutProclitics?.(normal);
  const bare = cut === undefined ? bareForms(normal) : [...new Set([cut, ...bareForms(normal)])].filter((form) => form !== normal);
  const listed = firstOf(bare, classes) ?? firstWithoutEnding([normal, ...bare], classes) ?? firstWithoutEnding(cut === undefined ? [normal] : [cut], heads);
  if (listed !== undefined) return listed;
  // A single letter is a preposition or conjunction only before a word that is known to be one.
  const whole = bare.find((form) => vocabulary.has(form));
  if (whole !== undefined) return stem(whole);
  return cut === undefined ? stem(normal) : cutEnding(cut);
}

/** The word without what may be joined before it: article, conjunction, preposition; longest words first. */
function bareForms(normal: string): readonly string[] {
  const forms = [cutPrefix(normal)];
  const single = /^(?:[وف][بلك]?|[بلك])(?=.{3})/u.exec(normal)?.[0];
  if (single !== undefined) {
    forms.push(normal.slice(1));
    if (single.length > 1) forms.push(normal.slice(2));
  }
  return forms.filter((form) => form !== normal);
}

/** Pronouns, the endings of the feminine, dual and sound plurals; shortest first, since the least taken away is the surest. */
const ENDINGS = ['ه', 'ي', 'ا', 'ها', 'هم', 'هن', 'نا', 'كم', 'ات', 'ون', 'ين', 'ان', 'يه', 'هما', 'كما'];

/** The first that a map holds of what words with an ending may be, the shortest ending first for all of them; before an ending a ta marbuta is written ت. */
function firstWithoutEnding<T>(forms: readonly string[], map: ReadonlyMap<string, T>): T | undefined {
  for (const ending of ENDINGS) {
    for (const form of forms) {
      if (!form.endsWith(ending) || form.length - ending.length < 3) continue;
      const rest = form.slice(0, -ending.length);
      const found = rest.endsWith('ت') ? (map.get(rest) ?? map.get(`${rest.slice(0, -1)}ه`)) : map.get(foldLastHamza(rest));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function firstOf<T>(forms: readonly string[], map: ReadonlyMap<string, T>): T | undefined {
  for (const form of forms) {
    const found = map.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstMatch<T>(forms: readonly string[], match: (form: string) => T | undefined): T | undefined {
  for (const form of forms) {
    const found = match(form);
    if (found !== undefined) return found;
  }
  return undefined;
}
