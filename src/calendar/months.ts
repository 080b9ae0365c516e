/**
 * Names of months and days, written out: locale data differ between ICU versions, and readers of each region hold to theirs.
 * Each set has its golden test.
 */

/** Which names the Gregorian months carry. `dual` writes two side by side: `أيار/مايو`. */
export type MonthNames = 'gulf' | 'levant' | 'maghreb' | 'morocco' | 'dual';

const gulf = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'] as const;
const levant = ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'] as const;
const maghreb = ['جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان', 'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'] as const;
const morocco = ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'] as const;

const GREGORIAN: Readonly<Record<MonthNames, readonly string[]>> = {
  gulf,
  levant,
  maghreb,
  morocco,
  dual: gulf.map((name, index) => `${name}/${levant[index] ?? ''}`),
};

const HIJRI = ['محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة', 'رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'] as const;

/** Monday first, as ISO 8601 numbers them. */
const WEEKDAYS = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'] as const;

/** As Arabic calendars print them over their columns: the letter that tells the days apart. */
const WEEKDAY_LETTERS = ['ن', 'ث', 'ر', 'خ', 'ج', 'س', 'ح'] as const;

/** Stands after a Hijri year. */
export const hijriMark = 'هـ';

/** Name of a Gregorian month, 1–12. */
export function gregorianMonthName(month: number, names: MonthNames): string {
  return GREGORIAN[names][month - 1] ?? '';
}

/** Arabic does not shorten words; of two names the first. */
export function shortMonthName(month: number, names: MonthNames): string {
  return gregorianMonthName(month, names).split('/')[0] ?? '';
}

/** Name of a Hijri month, 1–12. */
export function hijriMonthName(month: number): string {
  return HIJRI[month - 1] ?? '';
}

/** Name of a weekday, 1 (Monday) to 7 (Sunday). */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** The one letter by which calendars name a weekday, 1 (Monday) to 7 (Sunday): `ن` for `الاثنين`. */
export function weekdayLetter(weekday: number): string {
  return WEEKDAY_LETTERS[weekday - 1] ?? '';
}
