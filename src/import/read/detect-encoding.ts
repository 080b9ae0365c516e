/** Which encoding a file is in, told from its bytes, with the evidence: a guess without one is how archives lose their letters. */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Why, in words for the report. */
  readonly evidence: string;
}

/** Nothing fits: the file is not text, or in an encoding that is not known here. */
export interface EncodingUnknown {
  readonly reason: string;
}

/** Words that no Arabic text of some length is without. */
const COMMON = /(?<!\p{L})(?:في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي|هذا|هذه|بعد|كان|قال|ما|لا)(?!\p{L})/gu;

/** @param sample the beginning of the file; the whole of it when `whole` */
export function detectEncoding(sample: Uint8Array, whole: boolean): EncodingGuess | EncodingUnknown {
  const [a, b, c] = sample;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', evidence: 'byte order mark of UTF-8' };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', evidence: 'byte order mark of UTF-16LE' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', evidence: 'byte order mark of UTF-16BE' };
  const wide = detectWide(sample);
  if (wide !== undefined) return wide;
  // Some programs close a file with a NUL; data that is no text is full of them.
  if (sample.filter((byte) => byte === 0).length > sample.length / 300 + 2) return { reason: 'it holds NUL bytes: this is not a text file' };
  const utf8 = validUtf8(sample, whole);
  if (utf8 !== undefined) return { encoding: 'utf-8', evidence: utf8 };
  return detectSingleByte(sample);
}

/** UTF-16 without a mark: every second byte of Arabic text is 06, of spaces and Latin 00. */
function detectWide(sample: Uint8Array): EncodingGuess | undefined {
  if (sample.length < 8) return undefined;
  const high = [0, 0];
  for (let index = 0; index < sample.length; index += 1) if (sample[index] === 0x06 || sample[index] === 0x00) high[index % 2] = (high[index % 2] ?? 0) + 1;
  const half = sample.length / 2;
  const [even = 0, odd = 0] = high;
  if (odd > half * 0.85 && even < half * 0.3) return { encoding: 'utf-16le', evidence: `every second byte is 06 or 00 (${percent(odd / half)})` };
  if (even > half * 0.85 && odd < half * 0.3) return { encoding: 'utf-16be', evidence: `every second byte is 06 or 00 (${percent(even / half)})` };
  return undefined;
}

/** Valid UTF-8 with letters beyond ASCII is no accident: the odds against it grow with each letter. */
function validUtf8(sample: Uint8Array, whole: boolean): string | undefined {
  // The sample may end within a letter.
  for (let cut = 0; cut <= (whole ? 0 : 3); cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return sample.some((byte) => byte > 0x7f) ? 'all bytes are valid UTF-8' : 'all bytes are ASCII';
    } catch {
      // one byte less, then
    }
  }
  return mostlyUtf8(sample);
}

/** A broken byte or two in a UTF-8 file: the record that holds them is named later. */
function mostlyUtf8(sample: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(sample);
  const broken = count(text, /\uFFFD/gu);
  const arabic = count(text, /[\u0621-\u064A]/gu);
  // In another encoding hardly a letter would be valid: even a part of them is evidence enough.
  return arabic > 50 && broken < arabic / 3 ? `valid UTF-8 but for ${String(broken)} bytes` : undefined;
}

function detectSingleByte(sample: Uint8Array): EncodingGuess | EncodingUnknown {
  const scored = (['windows-1256', 'iso-8859-6'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    const letters = count(text, /[\u0621-\u063A\u0641-\u064A]/gu);
    const words = count(text, COMMON);
    // What never stands in Arabic text: accented capitals, controls, unassigned places.
    const strange = count(text, /[\u0080-\u009F\uFFFD]|(?<=[\u0621-\u064A])[\u00C0-\u00FF¤¥¦§©ª®±¹²³µ¶¼½¾ƒ](?=[\u0621-\u064A])/gu);
    return { encoding, letters, words, strange, score: letters / Math.max(1, sample.length) + (words * 6) / Math.max(1, sample.length) - (strange * 4) / Math.max(1, sample.length) };
  });
  const [best, other] = scored.sort((x, y) => y.score - x.score);
  const marks = sample.filter((byte) => byte === 0x3f).length;
  // Letters that were lost are told where the text is looked at, with their line.
  if (marks > sample.length / 12) return { encoding: 'windows-1256', evidence: `not UTF-8; ${String(marks)} question marks in ${String(sample.length)} bytes` };
  if (best === undefined || best.letters < sample.length * 0.15 || (best.words === 0 && sample.length > 200)) {
    return { reason: `the bytes are not UTF-8, and read as windows-1256 or ISO-8859-6 they are no Arabic (${String(best?.letters ?? 0)} letters, ${String(best?.words ?? 0)} common words in ${String(sample.length)} bytes)` };
  }
  return { encoding: best.encoding, evidence: `not UTF-8; as ${best.encoding} ${String(best.letters)} Arabic letters and ${String(best.words)} common words, as ${other?.encoding ?? ''} ${String(other?.words ?? 0)}` };
}

/** The encoding that a page or XML file says it has, if it is one of ours. */
export function declaredEncoding(sample: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(sample.subarray(0, 4096));
  const name = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,30})["']/iu.exec(head)?.[1] ?? /<meta[^>]{0,300}charset\s*=\s*["']?([\w-]{1,30})/iu.exec(head)?.[1];
  return name === undefined ? undefined : readEncoding(name);
}

/** An encoding by any of its names. */
export function readEncoding(name: string): Encoding | undefined {
  try {
    const known = new TextDecoder(name.trim()).encoding;
    return ENCODINGS.find((encoding) => encoding === known);
  } catch {
    return undefined;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}
