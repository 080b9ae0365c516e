/** How much of anything is taken at once. A source beyond these is not a news article but an accident or an attack. */

/** Bytes looked at to tell encoding and format. */
export const SAMPLE_BYTES = 262_144;
/** Characters of a line, a record or an item. */
export const MAX_RECORD = 8_000_000;
/** Bytes of a file that is one article (HTML, Markdown). */
export const MAX_PAGE_BYTES = 16_000_000;
/** Characters of front matter of other generators. */
export const MAX_FRONT_MATTER = 65_536;
/** Characters of XML between two tags that are no text of an item: declarations, attributes. */
export const MAX_MARKUP = 4_000_000;
/** Elements nested in each other. */
export const MAX_DEPTH = 200;
/** Columns of a table, keys of a record. */
export const MAX_COLUMNS = 500;
/** Files of one import. */
export const MAX_FILES = 200_000;
/** Compressed data that grows by more than this is built to exhaust; Arabic text grows by four to ten. */
export const MAX_GROWTH = 300;
/** Growth is looked at only from so many bytes on. */
export const GROWTH_FROM = 64_000_000;
/** Characters of one article's text. An article file may have 2 MB. */
export const MAX_TEXT = 900_000;
