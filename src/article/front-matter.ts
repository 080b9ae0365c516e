/**
 * The front matter: YAML between two lines of three hyphens. Every scalar stays the text that was written
 * (js-yaml `FAILSAFE_SCHEMA`): `0123` is not 123, and 31 February is not 2 March.
 */
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { CST, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './problem.ts';

const MAX_BYTES = 16_384;

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The YAML between the fences, for finding lines. */
  readonly yaml: string;
  readonly body: string;
  /** Line on which the body begins. */
  readonly bodyLine: number;
}

export type FrontMatterFault = Fault & { readonly line: number };

/** Splits a file's text and reads its YAML. */
export function parseFrontMatter(text: string): FrontMatter | FrontMatterFault {
  const parts = splitFrontMatter(text);
  if ('code' in parts) return parts;
  const fields = readYaml(parts.yaml);
  return 'code' in fields ? { ...fields, line: fields.line + 1 } : { fields: fields.value, ...parts };
}

/** Splits a file's text at its fences. */
export function splitFrontMatter(text: string): Omit<FrontMatter, 'fields'> | FrontMatterFault {
  if (!/^---[ \t]*\n/u.test(text)) {
    return { code: 'front-matter-missing', line: 1, got: firstLine(text), expected: 'a first line of exactly three hyphens', fix: 'begin the file with --- and put title and date between two such lines' };
  }
  const start = text.indexOf('\n') + 1;
  const close = /^---[ \t]*$/mu.exec(text.slice(start));
  if (close === null) {
    return { code: 'front-matter-open', line: 1, got: 'no closing line', expected: 'a second line of three hyphens after the fields', fix: 'add a line --- after the last field' };
  }
  const yaml = text.slice(start, start + close.index);
  if (Buffer.byteLength(yaml) > MAX_BYTES) {
    return { code: 'front-matter-large', line: 1, got: `${String(Buffer.byteLength(yaml))} bytes`, expected: `at most ${String(MAX_BYTES)} bytes`, fix: 'move long text into the body' };
  }
  const body = text.slice(start + close.index + close[0].length).replace(/^\n/u, '');
  return { yaml, body, bodyLine: yaml.split('\n').length + 2 };
}

/** The slips that editors make most, by js-yaml's words for them: what was found, and what to do. */
const YAML_SLIPS: readonly (readonly [reason: RegExp, got: string, fix: string])[] = [
  [/^bad indentation of a mapping entry/u, 'a second colon, or a line that begins at the wrong place', 'put the text of the field inside quotation marks: a colon in it would begin another field'],
  [/^duplicated mapping key/u, 'a field that is written twice', 'write each field once: delete one of the two lines'],
  [/^unexpected end of the stream within a (?:double|single) quoted scalar/u, 'a quotation mark that is not closed', 'look above this line for a text that begins with a quotation mark, and close it'],
  [/^tab characters/u, 'a tab at the beginning of a line', 'indent with two spaces'],
  [/^unidentified alias/u, 'a text that begins with *', 'put the text inside quotation marks'],
  [/^expected a single document/u, 'a line of three points, which ends YAML', 'delete the line ...'],
];
const YAML_FIX = 'put texts that hold : # [ ] { } & * or quotes inside quotation marks, and indent with spaces';

/** Reads a YAML mapping with text scalars only. Lines in faults count from the start of the given text. */
export function readYaml(yaml: string): { readonly value: Readonly<Record<string, unknown>> } | FrontMatterFault {
  let value: unknown;
  try {
    value = load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // A second document after `...` is reported without a place.
    const { mark } = error as { readonly mark?: { readonly line: number } };
    const [, got, fix] = YAML_SLIPS.find(([reason]) => reason.test(error.reason)) ?? [undefined, error.reason, YAML_FIX];
    return { code: 'front-matter-yaml', line: (mark?.line ?? 0) + 1, got, expected: 'valid YAML', fix };
  }
  if (value === undefined || value === null || value === '') return { value: {} };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { code: 'front-matter-yaml', line: 1, got: 'a single value', expected: 'lines of the form field: value', fix: 'write one field a line, such as title: …' };
  }
  const reference = referenceLine(yaml);
  if (reference !== undefined) {
    return { code: 'front-matter-alias', line: reference, got: 'a YAML anchor or alias', expected: 'each value written out', fix: 'replace the & and * references by the values themselves; put a text that begins with & or * inside quotation marks' };
  }
  return { value: value as Record<string, unknown> };
}

/** The line of the first anchor or alias; a scalar one would vanish without a trace. Never walks the value: aliases nest. */
function referenceLine(yaml: string): number | undefined {
  if (!/[&*]/u.test(yaml)) return undefined;
  let offset = 0;
  let scalar = false;
  for (const token of new Lexer().lex(yaml)) {
    const type = CST.tokenType(token);
    if (!scalar && (type === 'anchor' || type === 'alias')) return yaml.slice(0, offset).split('\n').length;
    scalar = token === CST.SCALAR;
    if (![CST.SCALAR, CST.DOCUMENT, CST.FLOW_END].includes(token)) offset += token.length;
  }
  return undefined;
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line === '') return text === '' ? 'an empty file' : 'an empty first line';
  return JSON.stringify(line.slice(0, 60));
}

/**
 * The line of a field, counted from the start of the YAML. Parsed again with positions, which costs ten times the
 * plain reading, so it is called only when there is something to report.
 */
export function lineOfField(yaml: string, path: readonly PropertyKey[]): number {
  const counter = new LineCounter();
  let node: unknown = parseDocument(yaml, { lineCounter: counter, schema: 'failsafe', strict: false }).contents;
  let offset = 0;
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) break;
    offset = child.offset;
    node = child.value;
  }
  return counter.linePos(offset).line;
}

function childOf(node: unknown, step: PropertyKey): { readonly offset: number; readonly value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
    return pair !== undefined && isScalar(pair.key) ? { offset: pair.key.range?.[0] ?? 0, value: pair.value } : undefined;
  }
  if (isSeq(node) && typeof step === 'number') {
    const value = node.items[step];
    const range = (value as { range?: readonly number[] } | undefined)?.range;
    return range === undefined ? undefined : { offset: range[0] ?? 0, value };
  }
  return undefined;
}
