/** Documents of a retrieval set as records of the search index. */
import type { SearchRecord } from '../../src/search/index/search-record.ts';

export interface RetrievalDocument {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly body?: string;
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
}

/** @param prefix begins the record's address, which ends with the document's id; @param titles whether the title is indexed */
export function toRecord({ id, title = '', text, body, date = '2000-01-01', source, author }: RetrievalDocument, prefix: string, titles: boolean): SearchRecord {
  return {
    url: `${prefix}${encodeURIComponent(id)}/`,
    date,
    title: titles ? title : '',
    summary: '',
    text: text ?? body ?? '',
    names: '',
    facets: { section: [], source: listOf(source), tag: [], author: listOf(author) },
    shown: {},
  };
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}
