/** Datelines and bylines: `ايلاف من لندن:`, `الرياض - واس:`, `عكاظ (جدة)`, `بغداد/ المدى`, `القاهرة - مكتب الجزيرة - طارق محيي:`. */
import { normalForm, splitWords } from '../../arabic/words.ts';
import { dropDays } from '../dates/drop-days.ts';
import { isPerson } from './person.ts';

/** Agencies and places that are known, by their normal form. */
export interface Names {
  /** Normal form of any spelling → the spelling that is kept. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly places: ReadonlySet<string>;
  /** By which a line that is a name is told from a headline. */
  readonly givenNames: ReadonlySet<string>;
}

export interface Dateline {
  readonly agencies: readonly string[];
  readonly place: string | undefined;
  readonly people: readonly string[];
}

/** Reads tables of names, each with any number of names a line; in the first the names of a line are one agency. */
export function parseNames(agencies: string, places: string, givenNames = ''): Names {
  const rows = (table: string): string[][] => table.split(/\r?\n/u).filter((row) => row.trim() !== '' && !row.startsWith('#')).map((row) => row.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const known = new Map<string, string>();
  for (const [kept = '', ...others] of rows(agencies)) for (const name of [kept, ...others]) if (!known.has(nameForm(name))) known.set(nameForm(name), kept);
  return { agencies: known, places: new Set(rows(places).flat().map(nameForm)), givenNames: new Set(rows(givenNames).flat().map(nameForm)) };
}

function nameForm(name: string): string {
  return splitWords(name).map(normalForm).join(' ');
}

/** What parts the names of a dateline. */
const PARTS = /\s*[-–—ـ/:|،,؛()[\]«»"“”+]+\s*|\s+من\s+(?=\p{L})/u;
const MOST_WORDS = 9;
const ACCOUNT = /(?:(?<!\S)@\w+|(?<!\S)\w+@)(?!\S)/gu;
/** Signs that close a dateline. A colon before `//` is an address; a stroke closes only with a space before it, or behind a bracket. */
const ENDS = /[:：](?!\/\/)|(?<=[\s)\]»"])[-–—ـ]+(?=\s)|(?<=\p{L})[-–—](?=\s)|\s\/\s|\/(?=\s)|(?<=\))(?=\s)/gu;
/** `كتب ـ فلان الفلاني:` */
const BY = /^(?:كتب|كتبت|كتبه|كتبها|بقلم)\s*[-–—ـ:/\u200F]*\s*(?<name>\p{L}[\p{L}\p{M} ]{4,40}?)[\s\u200E\u200F]*[:،][\s\u200E\u200F]*(?=\S)/u;

/** The dateline that opens a paragraph, if every part of it is known to be one: an unknown word leaves the text as it is. */
export function findDateline(paragraph: string, names: Names): { readonly dateline: Dateline; readonly head: string; readonly rest: string } | undefined {
  const written = BY.exec(paragraph);
  if (written?.groups !== undefined && isPerson(oneSpace(written.groups['name'] ?? ''))) {
    return { dateline: { agencies: [], place: undefined, people: [oneSpace(written.groups['name'] ?? '')] }, head: written[0].trim(), rest: paragraph.slice(written[0].length).trim() };
  }
  // Several ends are possible (`الرياض - واس:`): the longest head that is wholly understood wins.
  let best: ReturnType<typeof findDateline>;
  const opening = paragraph.slice(0, 110);
  for (const sign of opening.matchAll(ENDS)) {
    const end = sign.index + sign[0].length;
    const head = opening.slice(0, sign.index);
    const dateline = readDateline(head, names, false);
    if (dateline === undefined) continue;
    // A stroke that hangs on a word closes only what is complete: `نابلس 4-5-2021 وفا-`, not `سبق- بلقرن:`.
    if (/^[-–—]/u.test(sign[0]) && /\p{L}$/u.test(head) && (dateline.agencies.length === 0 || dateline.place === undefined || /^\s*[([]/u.test(paragraph.slice(end)))) continue;
    const after = paragraph.slice(end).replace(/^[\s\-–—ـ:/]+/u, '');
    // `بغداد/ المدى أعلنت …`: nothing closes the name of the paper but the sentence itself.
    const paper = sign[0].includes('/') && dateline.agencies.length === 0 ? leadingAgency(after, names) : undefined;
    if (paper !== undefined) best = { dateline: { ...dateline, agencies: [paper.agency] }, head: paragraph.slice(0, paragraph.length - paper.rest.length).trim(), rest: paper.rest };
    else best = { dateline, head: paragraph.slice(0, end).trim(), rest: after };
  }
  return best !== undefined && best.rest.length > 20 ? best : undefined;
}

/** A line that is a dateline and nothing else: `بغداد/ المدى`. A lone place could be a headline. */
export function readDatelineLine(line: string, names: Names): Dateline | undefined {
  if (line.length > 60 || /[.!؟?]/u.test(line)) return undefined;
  const dateline = readDateline(line, names, false);
  return dateline !== undefined && (dateline.agencies.length > 0 || (dateline.place !== undefined && dateline.people.length > 0)) ? dateline : undefined;
}

function leadingAgency(text: string, names: Names): { readonly agency: string; readonly rest: string } | undefined {
  for (const words of [3, 2, 1]) {
    const found = new RegExp(`^(?:\\S+\\s+){${String(words)}}`, 'u').exec(text)?.[0];
    const agency = found === undefined ? undefined : names.agencies.get(nameForm(found));
    if (found !== undefined && agency !== undefined) return { agency, rest: text.slice(found.length) };
  }
  return undefined;
}

/**
 * Reads a byline. In a field that holds nothing else (`alone`) what is neither agency nor place is a person; before a text
 * only together with an agency or a place in brackets, since any sentence may begin with a name.
 */
export function readDateline(text: string, names: Names, alone: boolean): Dateline | undefined {
  const parts = dropDays(text).replace(ACCOUNT, ' ').replace(/^[\s\-–—ـ:/]+|[\s\-–—ـ:/]+$/gu, '').split(PARTS).map((part) => part.replace(/^من\s+/u, '').trim()).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 6 || splitWords(parts.join(' ')).length > MOST_WORDS) return undefined;
  const agencies: string[] = [];
  const places: string[] = [];
  const people: string[] = [];
  const bracketed = /[(«][^()«»]+[)»]/u.test(text);
  for (const [index, part] of parts.entries()) {
    const form = nameForm(part).replace(/^مكتب /u, '');
    const agency = names.agencies.get(form);
    const isPlace = names.places.has(form);
    // A newspaper may have the name of its city: `الرياض - واس` is from the city, `«الرياض» - جدة` from the paper.
    if (isPlace && (agency === undefined || isCity(part, parts, index, text, names))) places.push(part);
    else if (agency !== undefined) agencies.push(agency);
    else if (alone && parts.length > 1 && isUnknownPlace(part, names) && parts.some((other) => names.agencies.has(nameForm(other)))) places.push(part);
    else if (isPerson(part) && (alone || (parts.length > 1 && (bracketed || /[-–—ـ/]/u.test(text))))) people.push(part);
    else return undefined;
  }
  if (!alone && agencies.length === 0 && places.length === 0) return undefined;
  // Before a text a lone place needs no more; a lone person, or a person with nothing known, is the beginning of a sentence.
  return { agencies: [...new Set(agencies)], place: places.length === 0 ? undefined : places.join('، '), people };
}

/** `سبق- البكيرية`: in a byline with an agency a single word that is no given name is a town that no list knows. */
function isUnknownPlace(part: string, names: Names): boolean {
  return /^\p{Script=Arabic}{3,}$/u.test(part) && !names.givenNames.has(nameForm(part)) && !NO_PLACE.has(nameForm(part));
}

const NO_PLACE: ReadonlySet<string> = new Set('خاص تقرير حوار تحقيق مراسل المراسل مراسلنا المحرر التحرير خبر أخبار عاجل فيديو صور كتب بقلم ترجمة إعداد تصوير عدسة أونلاين أون لاين سكاي محليات المحليات رياضة الرياضة الرياضي الرياضية اقتصاد الاقتصاد الاقتصادي سياسة السياسة دوليات الدولي الثقافة الثقافي ثقافة منوعات روييترز'.split(' ').map(nameForm));

/** A name that is both: in quotation marks it is the paper; beside another place it is the paper; otherwise the city. */
function isCity(part: string, parts: readonly string[], index: number, text: string, names: Names): boolean {
  if (new RegExp(`[«"“]\\s*${part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')}\\s*[»"”]`, 'u').test(text)) return false;
  return !parts.some((other, at) => at !== index && names.places.has(nameForm(other)) && !names.agencies.has(nameForm(other)));
}

function oneSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
