/** Reading is light and needs no script. */
import { scriptDigest } from '../../../src/formats/content-policy.ts';
import { bytesOf, documentOf, fileAt, pagesOf, addressOf, type BuiltSite } from './built-site.ts';
import { attributeOf, elementsOf, isNoindex, linksOf, textInside } from './html-tree.ts';
import { kindOf } from './page-kind.ts';

/** An article with its styles, uncompressed, fonts aside. */
export const ARTICLE_BYTES = 40_000;

export function checkWeight(site: BuiltSite): readonly string[] {
  return weighArticles(site).flatMap(({ page, bytes }) => (bytes <= ARTICLE_BYTES ? [] : [`${page}: ${String(bytes)} bytes with its styles`]));
}

/** Of each article the page with its styles, lightest first. */
export function weighArticles(site: BuiltSite): readonly { readonly page: string; readonly bytes: number }[] {
  return pagesOf(site)
    .filter((page) => kindOf(page) === 'article')
    .map((page) => {
      const styles = linksOf(documentOf(site, page), 'stylesheet').map((href) => fileAt(site, new URL(href, addressOf(site, page)).href) ?? '');
      return { page, bytes: [page, ...styles].reduce((sum, file) => sum + bytesOf(site, file).length, 0) };
    })
    .sort((a, b) => a.bytes - b.bytes);
}

/** Every page has two small ones: what the reader may set, and the keys and marks. These kinds have one of their own. */
const EVERYWHERE = 2;
const WITH_SCRIPT = ['home', 'search', 'article', 'words', 'readingList', 'offline'];

export function checkScripts(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const elements = elementsOf(documentOf(site, page));
    const all = elements.filter((element) => element.tagName === 'script' && attributeOf(element, 'type') !== 'application/ld+json');
    const scripts = all.filter((script) => attributeOf(script, 'src') !== undefined);
    const inside = all.filter((script) => !scripts.includes(script)).map((script) => textInside(script));
    const policy = elements.filter((element) => element.tagName === 'meta' && attributeOf(element, 'http-equiv') === 'Content-Security-Policy').map((element) => attributeOf(element, 'content') ?? '').join();
    const handlers = elements.flatMap(({ attrs }) => attrs.filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/iu.test(value)));
    return [
      ...(scripts.length - EVERYWHERE === (WITH_SCRIPT.includes(kindOf(page)) && !(kindOf(page) === 'article' && isNoindex(documentOf(site, page))) ? 1 : 0) ? [] : [`${page}: ${String(scripts.length)} scripts`]),
      // The one that draws the page as the reader set it, and only as the page's policy knows it.
      ...(inside.length === 1 ? [] : [`${page}: ${String(inside.length)} scripts in the page itself`]),
      ...inside.filter((text) => !policy.includes(`'${scriptDigest(text)}'`)).map(() => `${page}: a script in the page itself that its policy does not name`),
      ...handlers.map(({ name }) => `${page}: script in the attribute ${name}`),
    ];
  });
}
