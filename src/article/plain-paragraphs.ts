/** Bodies that hold no mark of Markdown. Most of the news is such, and needs no parser: paragraphs between empty lines. */

/** What can mean something within a line (CommonMark, and the tables and strike-through of markdown-it), or is changed before all else. */
const MARK = /[\\`*_[\]~<&|\0\r]/;

/** At the beginning of a line: a heading, a quotation, an item, a rule, an underline, the second line of a table, or white space. */
const EDGE = /^(?:[#>+=:\s-]|\d+[.)])/;
/** At the end of a line. Asked of the last letter alone: in one pattern with the others it would be tried at every letter. */
const SPACE = /\s/;

/**
 * The paragraphs of a body, each with its lines; undefined where the body has to be parsed. Whatever is in doubt is parsed: a mark in a place
 * where it means nothing, for one.
 */
export function plainParagraphs(body: string): readonly (readonly string[])[] | undefined {
  if (MARK.test(body)) return undefined;
  const paragraphs: string[][] = [];
  let open: string[] | undefined;
  for (const line of body.split('\n')) {
    if (line === '') {
      open = undefined;
    } else {
      if (EDGE.test(line) || SPACE.test(line.charAt(line.length - 1))) return undefined;
      if (open === undefined) paragraphs.push((open = []));
      open.push(line);
    }
  }
  return paragraphs;
}
