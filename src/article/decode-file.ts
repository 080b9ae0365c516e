/** From bytes to text: strict UTF-8, one kind of line end, nothing invisible that lies. Nothing is repaired by guessing. */
import { isUtf8, transcode } from 'node:buffer';
import { cleanControls } from '../arabic/bidi.ts';
import { displayForm } from '../arabic/normalize.ts';
import type { Fault } from './problem.ts';

/** An article of 2 MB would hold some 180,000 Arabic words; anything larger is another kind of file. */
export const MAX_FILE_BYTES = 2_000_000;

export interface DecodedFile {
  /** NFC, LF line ends, without a byte order mark; `undefined` when the file cannot be read as text. */
  readonly text: string | undefined;
  readonly faults: readonly (Fault & { readonly line: number })[];
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Anything but what stands in nearly every file: ASCII, Latin and Arabic letters, digits and punctuation, which are composed (NFC) as long as no mark stands
 * with them. One look tells that there is neither anything unusual nor anything to compose.
 */
const NOT_PLAIN = /[^\t\n\u0020-\u007E\u00A0-\u017F\u060C-\u060F\u061B-\u064A\u0660-\u066F\u0671-\u06D5\u06F0-\u06F9\u2010-\u2027]/;

/** Control characters, the carriage return among them, those of directions, and the replacement character: all that a file is searched for but spoilt letters. */
const UNUSUAL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD]/;

/** Decodes a file, or says why it cannot be an article. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const refused = refuse(bytes);
  if (refused !== undefined) return { text: undefined, faults: [refused] };
  const raw = decodeUtf8(bytes);
  if (raw === undefined) return { text: undefined, faults: [encodingFault(bytes)] };
  if (!NOT_PLAIN.test(raw) && findMojibake(raw) === undefined) return { text: raw, faults: [] };
  // One look in place of four.
  if (!UNUSUAL.test(raw) && findMojibake(raw) === undefined) return { text: displayForm(raw), faults: [] };
  const unix = raw.replace(/\r\n?/gu, '\n');
  const faults = findFaults(unix);
  const cleaned = cleanControls(unix);
  if (cleaned.removed > 0) {
    faults.push({
      code: 'file-bidi',
      severity: 'warning',
      line: unix.split('\n').findIndex((line) => cleanControls(line).removed > 0) + 1,
      got: `${String(cleaned.removed)} direction control characters`,
      expected: 'text without overrides, with isolates closed on their line',
      fix: 'delete them; the build leaves them out',
    });
  }
  const text = displayForm(cleaned.text);
  return { text: faults.some(({ severity }) => severity !== 'warning') ? undefined : text, faults };
}

/** Undefined for what is no UTF-8; without a byte order mark. By way of UTF-16, since V8 takes three times as long to read Arabic letters from UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function refuse(bytes: Uint8Array): (Fault & { line: number }) | undefined {
  if (bytes.length > MAX_FILE_BYTES) {
    return {
      code: 'file-too-large',
      line: 1,
      got: `${(bytes.length / 1e6).toFixed(1)} MB`,
      expected: `at most ${String(MAX_FILE_BYTES / 1e6)} MB`,
      fix: 'split the file into articles, or move data that is not an article elsewhere',
    };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { code: 'file-encoding', line: 1, got: 'UTF-16', expected: 'UTF-8', fix: 'save the file as UTF-8, e.g. iconv -f UTF-16 -t UTF-8' };
  }
  return undefined;
}

function encodingFault(bytes: Uint8Array): Fault & { line: number } {
  const legacy = new TextDecoder('windows-1256').decode(bytes);
  const arabic = (legacy.match(/[\u0621-\u064A]/gu) ?? []).length;
  const likely = arabic > bytes.length / 4;
  return {
    code: 'file-encoding',
    line: firstBadLine(bytes),
    got: likely ? 'bytes that are not UTF-8, probably windows-1256' : 'bytes that are not UTF-8',
    expected: 'UTF-8',
    fix: likely ? 'convert it: iconv -f WINDOWS-1256 -t UTF-8, and read the result before you keep it' : 'find out how the file was saved and convert it to UTF-8',
  };
}

/** Line of the first byte that breaks UTF-8: lines are decoded one by one, since 0x0A never stands inside a sequence. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}

/** The bytes D8 and D9, which begin most Arabic letters in UTF-8, and what follows them, read as windows-1252 (`Ø§Ù„`) or windows-1256 (`ط§ظ„`). */
const MOJIBAKE = /(?:[ØÙ][\u0080-\u00BF\u0152-\u2122]){3}|(?:[طظ](?:[\u00A0-\u00BE،؛؟پٹچژڈگکڑںھ\u0152\u0153\u0192\u02C6\u2013-\u203A€™]|\u200C|\u200D)){3}/u;

/** Place of the first letters that were UTF-8 once, read in another encoding and saved again. */
export function findMojibake(text: string): number | undefined {
  const index = text.search(MOJIBAKE);
  return index === -1 ? undefined : index;
}

function findFaults(text: string): (Fault & { line: number })[] {
  const faults: (Fault & { line: number })[] = [];
  const control = text.search(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u);
  if (control !== -1) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    faults.push({ code: 'file-control', line: lineOf(text, control), got: `the control character U+${code}`, expected: 'letters, digits, punctuation and line breaks', fix: 'delete the character' });
  }
  const mojibake = findMojibake(text);
  if (mojibake !== undefined) {
    faults.push({ code: 'file-encoding', line: lineOf(text, mojibake), got: `${JSON.stringify(text.slice(mojibake, mojibake + 8))}, UTF-8 that was read in another encoding and saved again`, expected: 'Arabic letters', fix: 'save the original again as UTF-8' });
  }
  const lost = text.indexOf('\uFFFD');
  if (lost !== -1) {
    faults.push({ code: 'file-replaced', severity: 'warning', line: lineOf(text, lost), got: 'the replacement character U+FFFD', expected: 'the letter that stood there', fix: 'restore the letter from the source' });
  }
  return faults;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, Math.max(0, index)).split('\n').length;
}
