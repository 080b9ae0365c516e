/** Names of months of every region and both calendars, and ordinal numbers of days, as patterns for folded text. */
import { normalForm } from '../../arabic/words.ts';

const GREGORIAN: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'كانون ثاني', 'كانون ثان', 'كانون 2', 'جانفي', 'january', 'jan'],
  ['فبراير', 'شباط', 'فيفري', 'فبرابر', 'february', 'feb'],
  ['مارس', 'آذار', 'مارث', 'march', 'mar'],
  ['أبريل', 'ابريل', 'نيسان', 'أفريل', 'april', 'apr'],
  ['مايو', 'أيار', 'ايار', 'ماي', 'مايس', 'may'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان', 'june', 'jun'],
  ['يوليو', 'يوليه', 'تموز', 'جويلية', 'يوليوز', 'july', 'jul'],
  ['أغسطس', 'اغسطس', 'آب', 'أوت', 'غشت', 'أغشت', 'august', 'aug'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'شتمبر', 'september', 'sept', 'sep'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين أول', 'تشرين 1', 'october', 'oct'],
  ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'تشرين ثان', 'تشرين 2', 'نونبر', 'november', 'nov'],
  ['ديسمبر', 'كانون الأول', 'كانون أول', 'كانون 1', 'دجنبر', 'دجمبر', 'december', 'dec'],
];

const HIJRI: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام'],
  ['صفر', 'صفر الخير'],
  ['ربيع الأول', 'ربيع أول', 'ربيع 1'],
  ['ربيع الآخر', 'ربيع الثاني', 'ربيع ثاني', 'ربيع آخر', 'ربيع 2'],
  ['جمادى الأولى', 'جمادى الأول', 'جماد الأول', 'جمادى أولى', 'جماد أول', 'جمادى 1'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الآخر', 'جماد الثاني', 'جمادى الثاني', 'جماد الآخر', 'جمادى 2'],
  ['رجب', 'رجب الفرد'],
  ['شعبان'],
  ['رمضان', 'رمضان المبارك'],
  ['شوال'],
  ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة', 'ذا القعدة', 'القعدة'],
  ['ذو الحجة', 'ذي الحجة', 'ذوالحجة', 'ذا الحجة', 'الحجة'],
];

const ORDINALS: readonly (readonly string[])[] = [
  [], ['الأول', 'أول', 'غرة', 'مطلع'], ['الثاني'], ['الثالث'], ['الرابع'], ['الخامس'], ['السادس'], ['السابع'], ['الثامن'], ['التاسع'], ['العاشر'],
  ['الحادي عشر'], ['الثاني عشر'], ['الثالث عشر'], ['الرابع عشر'], ['الخامس عشر'], ['السادس عشر'], ['السابع عشر'], ['الثامن عشر'], ['التاسع عشر'],
  ['العشرين', 'العشرون'], ['الحادي والعشرين', 'الحادي والعشرون'], ['الثاني والعشرين', 'الثاني والعشرون'], ['الثالث والعشرين', 'الثالث والعشرون'], ['الرابع والعشرين', 'الرابع والعشرون'],
  ['الخامس والعشرين', 'الخامس والعشرون'], ['السادس والعشرين', 'السادس والعشرون'], ['السابع والعشرين', 'السابع والعشرون'], ['الثامن والعشرين', 'الثامن والعشرون'], ['التاسع والعشرين', 'التاسع والعشرون'],
  ['الثلاثين', 'الثلاثون'], ['الحادي والثلاثين', 'الحادي والثلاثون'],
];

/** Monday first, as ISO 8601 numbers them. */
const WEEKDAYS: readonly (readonly string[])[] = [['الاثنين', 'الإثنين', 'monday', 'mon'], ['الثلاثاء', 'الثلثاء', 'tuesday', 'tue'], ['الأربعاء', 'الاربعاء', 'wednesday', 'wed'], ['الخميس', 'thursday', 'thu'], ['الجمعة', 'friday', 'fri'], ['السبت', 'saturday', 'sat'], ['الأحد', 'الاحد', 'sunday', 'sun']];

export function foldPhrase(phrase: string): string {
  return phrase.replace(/[\p{L}\p{M}]+/gu, normalForm);
}

interface WordTable {
  /** Longest first, so that `كانون الثاني` is not taken for `كانون`. */
  readonly pattern: string;
  readonly numberOf: (word: string) => number | undefined;
}

function table(names: readonly (readonly string[])[], first: number): WordTable {
  const numbers = new Map(names.flatMap((group, index) => group.map((name) => [foldPhrase(name), index + first] as const)));
  const pattern = [...numbers.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll(' ', '\\s+')).join('|');
  return { pattern, numberOf: (word) => numbers.get(word.replace(/\s+/gu, ' ').trim()) };
}

export const gregorianMonths = table(GREGORIAN, 1);
export const hijriMonths = table(HIJRI, 1);
export const ordinalDays = table(ORDINALS, 0);
export const weekdays = table(WEEKDAYS, 1);
