/** How much there is to read. */

/**
 * Words a minute of silent reading in Arabic: 181 in the mean of the studies gathered by M. Brysbaert, How many words do we read
 * per minute?, Journal of Memory and Language 109 (2019). Other languages are not told apart: minutes are whole ones.
 */
const WORDS_A_MINUTE = 180;

/** Words of a text in Markdown; addresses of links and pictures are none. Marks and joined letters stay in their word. */
export function countWords(body: string): number {
  return body.replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/gu, ']').replace(/https?:\/\/\S+/giu, ' ').match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u0640]|['’.,-](?=[\p{L}\p{N}]))*/gu)?.length ?? 0;
}

/** Whole minutes; 0 for less than half a one. */
export function readingMinutes(words: number): number {
  return Math.round(words / WORDS_A_MINUTE);
}
