/** Plain text as Markdown that reads the same: what would be taken for a mark gets a backslash, all else stays. */

const MAY_MATTER = /[\\`*_[\]<&~|#>=]|^\s*(?:[-+](?:\s|$)|-{2}|[-_*]{3}|\d{1,9}[.)](?:\s|$))|https?:|!\[/mu;

/** @param text one paragraph, or several with blank lines between them */
export function escapeMarkdown(text: string): string {
  if (!MAY_MATTER.test(text)) return text;
  return text.split('\n').map(escapeLine).join('\n');
}

function escapeLine(line: string): string {
  return escapeStart(
    line
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/gu, '\\\\')
      .replace(/[`*[\]]/gu, '\\$&')
      // Within a word an underscore is a letter like any other: #حبيب_الحبيب.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/~(?=~)|(?<=~)~/gu, '\\~')
      .replace(/<(?=[a-z/!?])/giu, '\\<')
      .replace(/&(?=#?\w{1,31};)/gu, '\\&')
      .replace(/\|/gu, '\\|'),
  );
}

/** What makes a heading, an item, a quotation, a rule or a fence only does so at the beginning of a line. */
function escapeStart(line: string): string {
  return line
    .replace(/^(\s*)(#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|-{2}[-\s]*$|~{3,})/u, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
