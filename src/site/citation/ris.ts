/** RIS: the tagged lines that Zotero, EndNote and Mendeley import. Lines end in CR LF, as the format asks. */
import type { Citation } from './citation.ts';

export const RIS_TYPE = 'application/x-research-info-systems';

export function renderRis(citations: readonly Citation[]): string {
  return citations.map(risRecord).join('');
}

function risRecord(citation: Citation): string {
  const { year, month, day } = citation.date;
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'NEWS'],
    ['ID', citation.id],
    ['TI', citation.title],
    ...citation.authors.map(({ name }) => ['AU', name] as const),
    ['T2', citation.container],
    ['PY', String(year)],
    // Year, month and day, each closed by a slash; what is not known stays empty.
    ['DA', [year, ...[month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))), ''].join('/')],
    ['SE', citation.section],
    ['LA', citation.language],
    ['UR', citation.url],
    ['DP', citation.archive],
    ...citation.keywords.map((word) => ['KW', word] as const),
    ['AB', citation.summary],
    ['ER', ''],
  ];
  return `${lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}`])).join('\r\n')}\r\n\r\n`;
}

function onOneLine(value: string): string {
  // Hardly any value has more than blanks, and would be put together anew of all its words.
  return /[^\S ]| {2}/.test(value) ? value.replace(/\s+/gu, ' ') : value;
}
