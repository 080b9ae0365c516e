/** BibTeX, in UTF-8 as BibLaTeX and Biber read it. */
import type { Citation } from './citation.ts';

export const BIBTEX_TYPE = 'application/x-bibtex';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Stands between two entries. */
export const BIBTEX_BREAK = '\n';

export function renderBibtex(citations: readonly Citation[]): string {
  return citations.map(entry).join(BIBTEX_BREAK);
}

function entry(citation: Citation): string {
  const { date } = citation;
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', braced(`{${escapeTex(citation.title)}}`)],
    // Each name in braces of its own, so that none is taken apart at a space or an «and».
    ['author', citation.authors.length === 0 ? undefined : braced(citation.authors.map(({ name }) => `{${escapeTex(name)}}`).join(' and '))],
    ['journal', braced(escapeTex(citation.container))],
    ['year', braced(String(date.year))],
    ['month', date.month === undefined ? undefined : MONTHS[date.month - 1]],
    ['day', date.day === undefined ? undefined : braced(String(date.day))],
    ['date', braced(date.iso.slice(0, 10))],
    ['url', braced(citation.url)],
    ['langid', citation.language === 'ar' ? braced('arabic') : undefined],
    ['keywords', citation.keywords.length === 0 ? undefined : braced(citation.keywords.map(escapeTex).join(', '))],
    ['note', citation.archive === undefined ? undefined : braced(escapeTex(citation.archive))],
  ];
  return `@article{${citation.id},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`])).join(',\n')}\n}\n`;
}

function braced(value: string): string {
  return `{${value}}`;
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[{}&%$#_]/gu, (char) => NAMED[char] ?? `\\${char}`);
}
