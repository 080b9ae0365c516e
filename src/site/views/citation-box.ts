/** The box under an article from which it is cited: references in four styles, and files for citation programs. */
import { BIBTEX_TYPE, renderBibtex } from '../citation/bibtex.ts';
import type { Citation } from '../citation/citation.ts';
import { CSL_TYPE, renderCsl } from '../citation/csl.ts';
import { renderRis, RIS_TYPE } from '../citation/ris.ts';
import { citeInStyle, type CitationPart, type CitationStyle } from '../citation/styles.ts';
import type { DateText } from '../date-text.ts';

export interface CitationBox {
  readonly styles: readonly { readonly style: CitationStyle; readonly label: string; readonly parts: readonly CitationPart[] }[];
  /**
   * Files as `data:` addresses: three more files for each article would make the site four times as many files, and
   * a reader who saved the page has them all the same.
   */
  readonly files: readonly { readonly label: string; readonly name: string; readonly address: string }[];
}

const STYLES: readonly CitationStyle[] = ['arabic', 'apa', 'mla', 'chicago'];

export function buildCitationBox(cited: Citation, text: DateText): CitationBox {
  const { citeText } = text.words;
  // The summary would double the size of the files, and the reader has the article.
  const citation: Citation = { ...cited, summary: undefined };
  const file = (label: string, extension: string, type: string, content: string) => ({ label, name: `${citation.id}.${extension}`, address: dataAddress(type, content) });
  return {
    styles: STYLES.map((style) => ({ style, label: citeText.styles[style], parts: citeInStyle(style, citation, text) })),
    files: [
      file('RIS', 'ris', RIS_TYPE, renderRis([citation])),
      file('BibTeX', 'bib', BIBTEX_TYPE, renderBibtex([citation])),
      file('CSL-JSON', 'csl.json', CSL_TYPE, renderCsl([citation])),
    ],
  };
}

/** Base64: letters that stand there as they are would be a thirtieth shorter, but browsers before 2024 lose the blanks between them. The bytes are the file; a character set is asked of nobody. */
function dataAddress(type: string, content: string): string {
  return `data:${type};base64,${Buffer.from(content).toString('base64')}`;
}
