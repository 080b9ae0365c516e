/** Lines that name where the text was taken from: `المصدر: واع`, `المصدر : الجزيرة + وكالات`, and behind a text `--(بترا)`. */
import { isInitials } from './edge-marks.ts';
import { readDateline, type Dateline, type Names } from './dateline.ts';
import { isNamedPerson } from './person.ts';

const SOURCE = /^\s*[([]?\s*(?:المصدر|مصدر الخبر|نقلا عن|نقلاً عن|Source)\s*[:：/–—-]\s*[«"“]?(?<named>\p{L}[^:]{1,60}?)[»"”]?\s*[)\].]?\s*$/iu;

/** @param behind the line stands behind the text, where an agency alone is its signature */
export function readSourceLine(line: string, behind: boolean, names: Names): Dateline | undefined {
  if (line.length > 90) return undefined;
  // `مصدر: Alsumaria News` names one; `مصدر: انفجار في بغداد` is a headline.
  const plain = /^\s*مصدر\s*[:：]\s*(?<who>.{2,40})$/u.exec(line)?.groups?.['who'];
  if (plain !== undefined) {
    if (/^[\x20-\x7E]+$/u.test(plain)) return { agencies: [plain.trim()], place: undefined, people: [] };
    const known = readDateline(plain, names, false);
    if (known !== undefined && known.agencies.length > 0) return known;
  }
  const named = SOURCE.exec(line)?.groups?.['named'];
  if (named !== undefined) {
    const read = readDateline(named, names, false);
    if (read !== undefined && read.agencies.length > 0) return read;
    const [first = '', second = '', ...others] = named.split(/\s+[-–—/]\s+/u);
    const place = others.length === 0 && second !== '' ? readDateline(second, names, false)?.place : undefined;
    if (place !== undefined) return { agencies: [first], place, people: [] };
    return named.split(/\s+/u).length <= 5 ? { agencies: [named], place: undefined, people: [] } : undefined;
  }
  if (!behind) return undefined;
  // `ع.ج/ ص.ش (د ب أ، رويترز)`: who edited it, and from whose reports.
  const signed = /^(?<who>[^()]{2,40})[(](?<from>[^()]{2,60})[)]\s*$/u.exec(line)?.groups;
  const alone = readDateline(signed !== undefined && isInitials(signed['who'] ?? '') ? (signed['from'] ?? '') : line, names, false);
  return alone !== undefined && alone.agencies.length > 0 && alone.place === undefined && alone.people.every((person) => isNamedPerson(person, names.givenNames)) ? alone : undefined;
}
