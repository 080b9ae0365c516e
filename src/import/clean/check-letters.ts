/** Letters that are gone for good: many of them refuse the article, a few are listed. */
import type { ForeignArticle, Refusal, Remark } from '../foreign-article.ts';
import { findLostLetters, lineAt } from './lost-letters.ts';

export function checkLetters({ lines, body, place }: ForeignArticle, remarks: Remark[]): Refusal | undefined {
  for (const [field, text] of [['title', lines.title ?? ''], ['text', body.text]] as const) {
    const lost = findLostLetters(text);
    if (lost === undefined) continue;
    const line = field === 'text' && place.alone ? lineAt(text, lost.index) + (place.line ?? 1) - 1 : place.line;
    if (!lost.slight) return { place: { ...place, ...(line === undefined ? {} : { line }) }, code: lost.code, reason: lost.reason, fix: lost.fix };
    remarks.push({ kind: 'eye', code: 'letters-lost', text: `${lost.reason}: ${text.slice(Math.max(0, lost.index - 20), lost.index + 20).replace(/\s+/gu, ' ')}` });
  }
  return undefined;
}
