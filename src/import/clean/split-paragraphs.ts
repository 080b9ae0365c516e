/** Lines as paragraphs. Most sites write a paragraph a line; some files are wrapped at a column, and poems are neither. */

/** Paragraphs of a plain text, each one line or, where the text was wrapped, several joined with a space. */
export function splitParagraphs(text: string): readonly string[] {
  return text.split(/\n[^\S\n]*\n/u).flatMap((block) => {
    const lines = block.split('\n').map((line) => line.replace(/[^\S\n]+/gu, ' ').trim()).filter((line) => line !== '');
    return isWrapped(lines) ? [lines.join(' ')] : lines;
  });
}

/** Lines of nearly one length that end in the middle of sentences were one paragraph. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const full = lines.slice(0, -1);
  const lengths = full.map((line) => line.length).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const shortest = lengths[0] ?? 0;
  const ended = full.filter((line) => /[.!؟:»"”]$/u.test(line)).length;
  return longest <= 110 && shortest >= 40 && shortest > longest * 0.7 && ended < full.length / 2;
}
