/** The interface speaks Arabic: where all articles are Arabic, a reader sees no Latin letter. */
import { documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { attributeOf, classesOf, elementsOf, metaOf, textInside, visibleTexts } from './html-tree.ts';

/** Names of formats, which have no other. */
const NAMES = ['Atom', 'CSL-JSON', 'JSON Lines', 'JSON', 'APA', 'MLA', 'BibTeX', 'RIS', 'VIAF', 'CSV', 'Markdown', 'Frictionless', 'SHA-256', 'UTF-8'];

export function checkLatin(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const document = documentOf(site, page);
    // Addresses are Latin, and are marked as what they are; so are references in the styles of other countries and the codes for Zotero.
    const texts = visibleTexts(document, (element) => (element.tagName === 'bdi' && classesOf(element).includes('address')) || (classesOf(element).includes('citation') && attributeOf(element, 'lang') === 'en') || classesOf(element).includes('Z3988'));
    const head = [...elementsOf(document, 'title').map((title) => textInside(title)), ...metaOf(document, 'description'), ...elementsOf(document, 'link').flatMap((link) => attributeOf(link, 'title') ?? [])];
    return [...texts, ...head].filter((text) => /\p{Script=Latin}/u.test(NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text))).map((text) => `${page}: ${text.trim()}`);
  });
}
