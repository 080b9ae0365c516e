/** Digit shapes. Machine formats always use 0-9; these are for what people read. */

export type DigitShape = 'western' | 'arabic';

const ARABIC_ZERO = 0x0660;

/** Writes the digits 0-9 of a text in the given shape; everything else is left alone. */
export function shapeDigits(text: string, shape: DigitShape): string {
  if (shape === 'western') return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)));
}

/** Turns Arabic-Indic (٠-٩) and Persian (۰-۹) digits into 0-9. */
export function toWesternDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * A whole number as a reader expects it, grouped by thousands from 10,000 on
 * (shorter numbers stay plain, so that counts and years look alike): `12,345` or `١٢٬٣٤٥`.
 */
export function formatNumber(value: number, shape: DigitShape): string {
  const plain = String(value);
  if (Math.abs(value) < 10_000) return shapeDigits(plain, shape);
  const grouped = plain.replace(/\B(?=(\d{3})+$)/g, shape === 'arabic' ? '\u066C' : ',');
  return shapeDigits(grouped, shape);
}
