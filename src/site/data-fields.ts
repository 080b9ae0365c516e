/** Names of the fields under which articles are given as data. */
export const DATA_FIELD_NAMES = ['id', 'url', 'title', 'date', 'date_precision', 'date_hijri', 'date_printed', 'updated', 'section', 'tags', 'authors', 'source', 'people', 'places', 'language', 'kicker', 'subtitle', 'summary', 'original_url', 'captured', 'rights', 'dateline', 'corrected'] as const;

export type DataFieldName = (typeof DATA_FIELD_NAMES)[number];

/** Articles in one data file with texts: a year with more goes on in a second one. Oldest first, so that the first stays. */
export const DATA_PART = 5000;
