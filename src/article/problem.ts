/**
 * Problems are part of the product: every one of a run at once, each with its place, what was found, what was expected
 * and what to do. Codes are stable: scripts and editors' habits build on them.
 */

/** All problem codes with what each is about. New codes are added at the end of their group; none is reused. */
export const PROBLEM_CODES = {
  'file-too-large': 'The file is larger than an article can be.',
  'file-encoding': 'The file is not UTF-8.',
  'file-control': 'The file holds NUL or other control characters.',
  'file-replaced': 'The file holds U+FFFD: letters were lost before it came here.',
  'file-bidi': 'The file holds direction overrides or unbalanced isolates; they are left out.',
  'file-link': 'The file is a symbolic link.',
  'file-ignored': 'The file is text but not an article file, and is passed over.',
  'file-unreadable': 'The file cannot be read.',
  'front-matter-missing': 'The file does not begin with front matter.',
  'front-matter-open': 'The front matter is not closed.',
  'front-matter-yaml': 'The front matter is not valid YAML.',
  'front-matter-large': 'The front matter is too long.',
  'front-matter-alias': 'YAML anchors and aliases are not allowed.',
  'field-unknown': 'The field does not exist.',
  'field-missing': 'A required field is absent or empty.',
  'field-type': 'The value has the wrong shape.',
  'field-text': 'The text is empty, too long or holds a line break.',
  'field-list': 'The list is written as one text.',
  'date-form': 'The date is not written in a known form.',
  'date-no-such-day': 'The day does not exist in the calendar.',
  'date-no-such-time': 'The time or zone does not exist.',
  'date-zone': 'The time has no zone.',
  'date-range': 'The year is out of range.',
  'date-future': 'The date lies in the future.',
  'date-order': 'A date comes before the one it follows.',
  'date-folder': 'The date does not belong in the folder of the file.',
  'id-form': 'The id has characters that do not belong in an address.',
  'id-missing': 'The article has no id of its own.',
  'id-twice': 'Two articles have the same id.',
  'url-form': 'The address is not a full http or https address.',
  'image-missing': 'The image is not in the media folder.',
  'tag-spelling': 'A name is written in several ways that differ only in spelling.',
  'slug-twice': 'Two names lead to the same address.',
  'slug-empty': 'A name has no letter or digit to make an address of.',
  'path-unsafe': 'An address would leave the site or collide with another file.',
  'name-alike': 'Two names are probably the same.',
  'body-empty': 'The article has no text.',
  'article-alike': 'Two articles share most of their words.',
  'text-forms': 'The text holds letters in presentation forms.',
  'settings-field': 'A setting is wrong.',
  'dossier-article': 'A dossier names an article that is not there.',
  'archive-empty': 'There is no article to publish.',
  'redirect-form': 'A redirect is not written as it should be.',
  'redirect-loop': 'A redirect leads back to itself.',
  'redirect-chain': 'A redirect leads to a redirect.',
  'redirect-taken': 'A redirect stands at the address of a page.',
  'redirect-target': 'A redirect leads to a page that does not exist.',
  'redirect-no-page': 'Only some hosts can follow a redirect.',
  'address-lost': 'An address that was published is gone.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;
export type Severity = 'error' | 'warning';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Path as the user would write it. */
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  /** Field of the front matter, `body` or `file`. */
  readonly field: string;
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
  /** A line that would mend it, as it would stand in the file. */
  readonly write?: string;
}

/** A problem before its place is known: what a field's reader returns. */
export type Fault = Omit<Problem, 'file' | 'line' | 'field' | 'severity'> & { readonly severity?: Severity };

/** `articles/2021/05/a.md:4 date: got "2021-02-30"; expected …; fix: … [date-no-such-day]` */
export function formatProblem({ code, severity, file, line, field, got, expected, fix }: Problem): string {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${String(line)} ${field}: ${mark}got ${got}; expected ${expected}; fix: ${fix} [${code}]`;
}

/** Order in which problems are shown: by file, then line, then field. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || compareText(a.field, b.field) || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value as it is quoted in a message: one line, at most 80 characters, invisible characters made visible. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) return 'a mapping';
  // YAML read with text scalars only has no other kind of value left.
  if (typeof value !== 'string') return 'nothing';
  const text = value
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
  return text.length > 80 ? `"${text.slice(0, 77)}…"` : `"${text}"`;
}

/** True when nothing in the list stops a build. */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity === 'warning');
}
