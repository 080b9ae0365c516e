/**
 * Careless spellings that the vocabulary gives away: a hamza written as its bare carrier (`رييس` for `رئيس`), a final alef
 * for alef maqsura (`نينوا`), the plural of a construct (`مسؤولو`). The other spelling must be far more usual.
 */
import type { Attested } from './proclitics.ts';

/** So many times as often as the spelling at hand. */
const FAR_MORE = 20;

/** Seen less often, the other spelling proves nothing. */
const LEAST = 20;

/** @returns a function from a normal form to the normal form that was meant, the same where there is no better */
export function createSpellingRepair(attested: Attested): (normal: string) => string {
  return (normal) => {
    if (normal.length < 4 || !/^[\u0621-\u064A]+$/u.test(normal)) return normal;
    const others = candidates(normal);
    if (others.length > 0) {
      const enough = Math.max(LEAST, FAR_MORE * attested(normal));
      const better = others.find((candidate) => attested(candidate) >= enough);
      if (better !== undefined) return better;
    }
    const bare = normal.slice(0, -1);
    return normal.endsWith('و') && attested(bare) >= LEAST && attested(`${bare}ين`) >= LEAST ? bare : normal;
  };
}

function candidates(normal: string): readonly string[] {
  const found: string[] = [];
  for (let at = 1; at < normal.length - 1; at += 1) {
    const letter = normal[at];
    if (letter === 'ي' || letter === 'و') found.push(`${normal.slice(0, at)}ء${normal.slice(at + 1)}`);
  }
  if (normal.endsWith('ا')) found.push(`${normal.slice(0, -1)}ي`);
  return found;
}
