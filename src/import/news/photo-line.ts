/** Lines below pictures that close with who took them: `جانب من المعرض (الشرق الأوسط)`. */
import { isInitials } from './edge-marks.ts';
import { readDateline, type Names } from './dateline.ts';
import { isNamedPerson } from './person.ts';
import { isParagraph } from './zones.ts';

const MOST_LETTERS = 110;

export function isPhotoLine(line: string, names: Names): boolean {
  if (line.length > MOST_LETTERS || isParagraph(line)) return false;
  // `… © أ ف ب`
  if (/^[^©]*©\s*[^©]{2,40}$/u.test(line) && !/©\s*\d{4}/u.test(line)) return true;
  const { caption = '', credit = '' } = /^(?<caption>\p{L}.{3,}?)\s[([]\s*(?<credit>[^()[\]]{2,30})\s*[)\]]\s*\.?$/u.exec(line)?.groups ?? {};
  const agency = credit === '' ? undefined : readDateline(credit, names, false);
  // `… في قطاع الكهرباء. (وال)` is a text that its agency signed.
  if (/[.!؟?…][»"”]?\s*$/u.test(caption) || isInitials(caption)) return false;
  // `مرفأ بيروت (نبيل إسماعيل).`
  if (isNamedPerson(credit, names.givenNames) && caption.split(/\s+/u).length <= 4 && !/[:،]/u.test(caption)) return true;
  if (agency === undefined || agency.agencies.length === 0) return false;
  // `بغداد (المدى)` and `أحمد علي (رويترز)` say where from and by whom.
  return caption.split(/\s+/u).length >= 2 && readDateline(caption, names, false) === undefined && !isNamedPerson(caption, names.givenNames);
}
