/** Every number of something that the interface names has the noun's form for that number, and none is written «1 مقال». */
import { documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { classesOf, metaOf, visibleTexts, type Element } from './html-tree.ts';
import { kindOf } from './page-kind.ts';

/** Plural after 3–10, accusative after 11–99, singular after hundreds. Written out here, so that the page's own table is checked too. */
const NOUNS: readonly (readonly [plural: string, accusative: string, singular: string])[] = [
  ['مقالات', 'مقالًا', 'مقال'],
  ['وسوم', 'وسمًا', 'وسم'],
  ['أقسام', 'قسمًا', 'قسم'],
  ['مصادر', 'مصدرًا', 'مصدر'],
  ['كتّاب', 'كاتبًا', 'كاتب'],
  ['أيام', 'يومًا', 'يوم'],
  ['سنوات', 'سنة', 'سنة'],
  ['كلمات', 'كلمة', 'كلمة'],
  ['دقائق', 'دقيقة', 'دقيقة'],
];
const COUNT = new RegExp(`(?<![\\d٠-٩.,/-])([\\d٠-٩][\\d٠-٩,٬]*)\\s+(${NOUNS.flat().join('|')})(?!\\p{L}|\\p{M})`, 'gu');
/** Wrong however it goes on: «3 مقالاً», «5 مقالة» and other words of the same beginning. */
const ARTICLE_LIKE = /(?<![\d٠-٩.,/-])[\d٠-٩][\d٠-٩,٬]*\s+(مقال[\p{L}\p{M}]*)/gu;

/** Words of articles are their authors'. */
const isArticleText = (element: Element): boolean => classesOf(element).some((name) => ['body', 'summary', 'subtitle', 'kicker'].includes(name));

export function checkCounts(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const document = documentOf(site, page);
    const descriptions = kindOf(page) === 'article' || kindOf(page) === 'home' || kindOf(page) === 'about' ? [] : metaOf(document, 'description');
    return [...visibleTexts(document, isArticleText), ...descriptions].flatMap((text) => wrongCounts(text).map((fault) => `${page}: ${fault}`));
  });
}

export function wrongCounts(text: string): readonly string[] {
  const counted = [...text.matchAll(COUNT)].flatMap(([all, digits = '', noun = '']) => (rightForms(numberOf(digits)).includes(noun) ? [] : [all]));
  const strange = [...text.matchAll(ARTICLE_LIKE)].flatMap(([all, noun = '']) => (NOUNS[0]?.includes(noun) === true ? [] : [all]));
  return [...counted, ...strange];
}

function numberOf(digits: string): number {
  return Number(digits.replace(/[,٬]/gu, '').replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)));
}

/** 0, 1 and 2 have no number: «لا مقالات», «مقال واحد», «مقالان». */
function rightForms(n: number): readonly string[] {
  if (n < 3) return [];
  const rest = n % 100;
  const form = rest >= 3 && rest <= 10 ? 0 : rest >= 11 ? 1 : 2;
  return NOUNS.map((noun) => noun[form]);
}
