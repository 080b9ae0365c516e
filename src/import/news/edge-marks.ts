/** Lines at the edges of a text that are no words of it: numbers of shares, the initials of editors, numbers of wires. */
import { toWesternDigits } from '../../arabic/digits.ts';

/** `0`, `15:32 ت م`, `***`, `ــــ`: no word at all, or a clock. */
export function isBareNumber(line: string): boolean {
  return line !== '' && !/\p{L}/u.test(line.replace(/\u0640|(?:ت\s*م|تم|جمت|غرينتش|GMT)\s*$/gu, ''));
}

/** `1,234 مشاهدة`, `0 تعليقات`: a site's counters. */
export function isCounter(line: string): boolean {
  return /^[([]?\s*[\d٠-٩][\d٠-٩.,٬٫ ]*\s*(?:ألف\s+)?(?:مشاهدة|مشاهدات|مشاهده|قراءة|قراءات|قارئ|زيارة|زيارات|زائر|تعليق|تعليقات|مشاركة|مشاركات|إعجاب|views?|comments?|shares?|likes?)\s*[)\]]?$/iu.test(line.trim());
}

/** A number that counts the parts of a text: another line goes on where it left off. */
export function countsParts(line: string, lines: readonly string[]): boolean {
  const number = /^\D{0,4}(\d{1,3})\D{0,4}$/u.exec(toWesternDigits(line))?.[1];
  if (number === undefined) return false;
  const next = new RegExp(`^\\D{0,4}(?:${String(Number(number) + 1)}|${String(Number(number) - 1)})\\D{0,4}$`, 'u');
  return lines.some((other) => next.test(toWesternDigits(other)));
}

/** `ن ح/م ك/ف ج`, `ر.ح/ف.ع`, `س ع د / م ر ا`: single letters in groups, as agencies sign. */
export function isInitials(line: string): boolean {
  const bare = line.replace(/[\u0640\u200E\u200F]|^\s*[=_*#~-]{3,}|[=_*#~-]{3,}\s*$/gu, '').trim();
  return bare.length <= 40 && /^(?:\p{L}(?:[\s./\\\-–—،,:*]+|$)){2,14}$/u.test(bare) && (/[./\\\-–—*]/u.test(bare) || bare.replace(/\s/gu, '').length <= 4);
}

/** An address alone on its line. */
export function isAddress(line: string): boolean {
  return /^(?:https?:\/\/|www\.)[^\s\p{Script=Arabic}]+$/iu.test(line.trim());
}
