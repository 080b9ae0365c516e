/** CSL-JSON (citationstyles.org, schema 1.0.2): what citation programs exchange. */
import type { Citation } from './citation.ts';

export const CSL_TYPE = 'application/vnd.citationstyles.csl+json';

export type CslItem = Readonly<Record<string, unknown>>;

export function cslItem({ id, title, authors, container, archive, date, section, language, url, summary, keywords }: Citation): CslItem {
  return {
    id,
    type: 'article-newspaper',
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(({ name }) => ({ literal: name })) }),
    'container-title': container,
    issued: { 'date-parts': [[date.year, date.month, date.day].filter((part) => part !== undefined)] },
    ...(section === undefined ? {} : { section }),
    language,
    URL: url,
    ...(archive === undefined ? {} : { archive }),
    ...(keywords.length === 0 ? {} : { keyword: keywords.join(', ') }),
    ...(summary === undefined ? {} : { abstract: summary }),
  };
}

export function renderCsl(citations: readonly Citation[]): string {
  return `${JSON.stringify(citations.map(cslItem))}\n`;
}
