/** Pagefind's excerpts as plain pieces: no HTML of an index ever reaches a page. */

export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** `قال <mark>الوزير</mark>` → two pieces. Pagefind escapes `<` and `>` of the text; these are turned back. */
export function parseExcerpt(excerpt: string): readonly ExcerptPiece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/su)
    .filter((part) => part !== '')
    .map((part) => {
      const inner = /^<mark>(.*)<\/mark>$/su.exec(part)?.[1];
      return { text: unescape(inner ?? part), marked: inner !== undefined };
    });
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
