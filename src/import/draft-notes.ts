/** What the person who looks for a date finds in the draft. */
import type { CandidateDate } from './dates/candidate-dates.ts';

export function draftNotes(candidates: readonly CandidateDate[]): readonly string[] {
  if (candidates.length === 0) return ['This draft wants a date: write a line date: 2021-05-04 below, and import again.'];
  return ['This draft wants a date. Candidates:', ...candidates.map(({ iso, reasons }, index) => `${iso}${index === 0 ? ` (${reasons.join('; ')})` : ''}`), 'Write the right one below as a line date: …, and import again.'];
}
