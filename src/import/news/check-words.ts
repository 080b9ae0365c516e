/** What a person should look at in the words themselves. */
import { hasArabic } from '../../arabic/letters.ts';
import type { Remark } from '../foreign-article.ts';
import { findJoinedWords } from './joined-words.ts';
import type { Headed } from './take-headlines.ts';

export function checkWords({ title, kicker, subtitle }: Headed, words: readonly string[], body: string, remarks: Remark[]): void {
  const text = words.join('\n');
  for (const line of [kicker, title, subtitle]) {
    if (line !== undefined) for (const word of findJoinedWords(line, [kicker, text].join('\n'))) remarks.push({ kind: 'eye', code: 'space-missing', text: word });
  }
  if (body === '') remarks.push({ kind: 'eye', code: 'no-text', text: title });
  else if (!hasArabic(text)) remarks.push({ kind: 'eye', code: 'no-arabic', text: title });
  if (/[\uE000-\uF8FF]/u.test(text)) remarks.push({ kind: 'eye', code: 'private-characters', text: 'the text has characters that only its own font knew' });
}
