/** Sizes in words: `120 كيلوبايت`, `3.4 ميغابايت`. */
import { shapeDigits, type DigitShape } from '../../arabic/digits.ts';
import { sizeText } from '../../arabic/strings.ts';

const STEPS = [[1e9, sizeText.gigabytes], [1e6, sizeText.megabytes], [1e3, sizeText.kilobytes]] as const;

/** @param bytes rounded up to a kilobyte; one digit after the point below ten */
export function formatBytes(bytes: number, digits: DigitShape): string {
  const [unit, name] = STEPS.find(([size]) => bytes >= size) ?? STEPS[2];
  const value = bytes / unit;
  const written = unit === 1e3 || value >= 10 ? String(Math.ceil(value)) : value.toFixed(1).replace(/\.0$/u, '');
  return `${shapeDigits(digits === 'arabic' ? written.replace('.', '٫') : written, digits)} ${name}`;
}
