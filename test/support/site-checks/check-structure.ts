/** What every page has: one language and direction, one main heading, ids that are unique. */
import { documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { attributeOf, elementsOf, textInside } from './html-tree.ts';

export function checkIds(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const ids = elementsOf(documentOf(site, page)).flatMap((element) => attributeOf(element, 'id') ?? []);
    return ids.filter((id, index) => id === '' || ids.indexOf(id) !== index).map((id) => `${page}: the id "${id}" is empty or used twice`);
  });
}

export function checkHeadings(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const headings = elementsOf(documentOf(site, page), 'h1');
    if (headings.length !== 1) return [`${page}: ${String(headings.length)} h1`];
    return headings.some((heading) => textInside(heading).trim() === '') ? [`${page}: an empty h1`] : [];
  });
}

/** What a page says of its language and direction. @param lang of the interface */
export function checkLanguageOf(site: BuiltSite, lang: string, dir: string): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const [html] = elementsOf(documentOf(site, page), 'html');
    const right = html !== undefined && attributeOf(html, 'lang') === lang && attributeOf(html, 'dir') === dir;
    return right ? [] : [`${page}: html is not lang="${lang}" dir="${dir}"`];
  });
}

export function checkLanguage(site: BuiltSite): readonly string[] {
  return checkLanguageOf(site, 'ar', 'rtl');
}
