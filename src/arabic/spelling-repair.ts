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
    const enough = Math.max(LEAST, FAR_MORE * attested(normal));
    const better = candidates(normal).find((candidate) => attested(candidate) >= enough);
    if (better !== undefined) return better;
    const bare = normal.slice(0, -1);
    return normal.endsWith('و') && attested(bare) >= LEAST && attested(`${bare}ين`) >= LEAST ? bare : normal;
  };
}

function candidates(normal: string): readonly string[] {
  const seats = [...normal].flatMap((letter, at) => ((letter === 'ي' || letter === 'و') && at > 0 && at < normal.length - 1 ? [`${normal.slice(0, at)}ء${normal.slice(at + 1)}`] : []));
  return normal.endsWith('ا') ? [...seats, `${normal.slice(0, -1)}ي`] : seats;
}
