/** Random texts for property tests. FAST_CHECK_RUNS sets how many; a failure prints the seed that repeats it. */
import fc from 'fast-check';

export const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 300) };

const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x0621, 0x064a], // letters and tatweel
  [0x064b, 0x065f], // marks
  [0x0660, 0x0669], // digits
  [0x0670, 0x06d5], // wasla, Persian and Urdu letters
  [0x06d6, 0x06ed], // Quranic marks
  [0x0610, 0x061c], // honorifics, ALM
  [0xfb50, 0xfdfb], // presentation forms A
  [0xfe70, 0xfefc], // presentation forms B
  [0x200b, 0x200f], // zero-width, LRM, RLM
  [0x202a, 0x202e], // embeddings, overrides
  [0x2066, 0x2069], // isolates
  [0x0020, 0x007e], // ASCII
  [0x00a0, 0x024f], // Latin
  [0x0300, 0x0345], // marks of other scripts
  [0x0391, 0x03c9], // Greek, with its final sigma
  [0xd800, 0xdfff], // surrogates, alone more often than not
];
const weights = ranges.map(([first, last], index) => ({
  weight: index === 0 ? 8 : 2,
  arbitrary: fc.integer({ min: first, max: last }).map((code) => String.fromCharCode(code)),
}));

/** Text as an archive may meet it and worse: Arabic of every block, marks, controls, Latin, broken surrogates. */
export const wildText = fc.oneof(
  fc.array(fc.oneof(...weights, { weight: 3, arbitrary: fc.constantFrom(' ', '-', '/', '\\', '..', '\0', '\n', '«', '»', '،', '3G', 'ال') }), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Arabic words without anything else. */
export const arabicWord = fc.string({ unit: fc.integer({ min: 0x0621, max: 0x064a }).filter((code) => code <= 0x063a || code >= 0x0641).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 12 });
