/** Words that lost the space between them: `تطويرالتعاون`. Reported, never repaired. */
import { normalForm, splitWords } from '../../arabic/words.ts';

/**
 * Words of a line of which each half stands alone elsewhere in the article, the second half with its article.
 * @param line headline or kicker
 * @param text the whole article, as evidence
 */
export function findJoinedWords(line: string, text: string): readonly string[] {
  // `عبدالعزيز` is as common as `عبد العزيز`.
  const suspects = splitWords(line).filter((word) => /\p{L}{3,}ال\p{L}{3,}/u.test(word) && !/^[وبلفك]?عبدال/u.test(word));
  if (suspects.length === 0) return [];
  const known = new Set(splitWords(text).flatMap((word) => {
    const normal = normalForm(word);
    return [normal, normal.replace(/^[وف](?=.{3})/u, '')];
  }));
  for (const suspect of suspects) known.delete(normalForm(suspect));
  return suspects.filter((word) => {
    const normal = normalForm(word);
    for (let cut = normal.indexOf('ال', 3); cut !== -1; cut = normal.indexOf('ال', cut + 1)) {
      if (known.has(normal.slice(0, cut)) && known.has(normal.slice(cut)) && normal.length - cut >= 5) return true;
    }
    return false;
  });
}
