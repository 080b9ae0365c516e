/** Names, address, language and image as the fields of an article file take them. */
import { identityForm } from '../../arabic/normalize.ts';
import { FieldFault, readImageSource, readLanguage, readUrl } from '../../article/fields.ts';
import type { ForeignArticle, Remark } from '../foreign-article.ts';
import type { FieldValues } from '../store/format-article.ts';
import type { Lines } from './clean-lines.ts';

/** Names as a list of the archive takes them: short, none twice. */
export function uniqueNames(names: readonly string[], remarks: Remark[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    // `عبد الكريم` and `عبدالكريم` are one.
    const form = identityForm(name).replace(/(?<!\p{L})عبد (?=ال)/gu, 'عبد');
    if (name === '' || !/[\p{L}\p{N}]/u.test(name) || seen.has(form)) return false;
    seen.add(form);
    if (name.length <= 200) return true;
    remarks.push({ kind: 'removed', code: 'field-long', text: name.slice(0, 300) });
    return false;
  });
}

export function addressOf({ address: written }: ForeignArticle, remarks: Remark[]): string | undefined {
  if (written === undefined) return undefined;
  const url = readUrl(written);
  if (!(url instanceof FieldFault)) return url;
  remarks.push({ kind: 'removed', code: 'address', text: written.slice(0, 300) });
  return undefined;
}

/** Languages written with Arabic letters beside Arabic. */
const ARABIC_SCRIPT = /^(?:fa|ur|ps|ckb|ku|ug|sd|az|ks)(?:-|$)/u;

/** Sites name a language for their whole; an article full of Arabic letters is Arabic whatever they say. */
export function languageOf(named: string | undefined, body: string): string | undefined {
  if (named === undefined) return undefined;
  const language = readLanguage(named.replaceAll('_', '-'));
  if (language instanceof FieldFault || /^ar(?:-|$)/u.test(language)) return undefined;
  const arabic = body.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = body.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin && !ARABIC_SCRIPT.test(language) ? undefined : language;
}

export function imageOf(lines: Lines, title: string, credit: string | undefined, remarks: Remark[]): FieldValues['image'] {
  if (lines.image === undefined) return undefined;
  const src = readImageSource(lines.image);
  if (src instanceof FieldFault) {
    remarks.push({ kind: 'removed', code: 'image', text: lines.image.slice(0, 300) });
    return undefined;
  }
  if (lines.imageAlt === undefined) remarks.push({ kind: 'eye', code: 'image-alt', text: 'the headline stands for the description of the image' });
  return { src, alt: lines.imageAlt ?? title, credit: lines.imageCredit ?? credit?.slice(0, 200) };
}
