/**
 * In another language of the interface the Arabic of the archive is marked as what it is, and nothing else is Arabic: no
 * letter, no digit and no mark of Arabic stands in an element of the page's own language.
 */
import { documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { attributeOf, classesOf, textInside, type Element, type Node } from './html-tree.ts';

/** Letters, Arabic-Indic digits, and the comma, semicolon and question mark; guillemets are not English either. */
const ARABIC = /[\p{Script=Arabic}\u0660-\u0669،؛؟«»]/u;

/** Texts that are shown or said in the place of an element, and cannot be marked by themselves. */
const SAID = ['aria-label', 'placeholder', 'data-label'];

/** What a reader may type, shown in its place. */
const isExample = (name: string, text: string): boolean => name === 'placeholder' && !/\p{Script=Latin}/u.test(text);

export function checkForeign(site: BuiltSite, language: string): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const faults: string[] = [];
    const visit = (node: Node, lang: string, dir: string): void => {
      if ('value' in node && lang === language && ARABIC.test(node.value)) faults.push(`${page}: “${node.value.trim().slice(0, 80)}” in an element that is ${lang}`);
      if (!('childNodes' in node)) return;
      const element: Element | undefined = 'tagName' in node ? node : undefined;
      if (element !== undefined && (['script', 'style', 'title'].includes(element.tagName) || isQuoted(element))) return;
      const own = element === undefined ? lang : (attributeOf(element, 'lang') ?? lang);
      const direction = element === undefined ? dir : (attributeOf(element, 'dir') ?? dir);
      if (element !== undefined) {
        if (attributeOf(element, 'lang') === 'ar' && direction !== 'rtl') faults.push(`${page}: ${element.tagName} is Arabic and runs from ${direction}`);
        for (const name of SAID) if (own === language && ARABIC.test(attributeOf(element, name) ?? '') && !isExample(name, attributeOf(element, name) ?? '')) faults.push(`${page}: ${name} “${attributeOf(element, name) ?? ''}”`);
      }
      for (const child of node.childNodes) visit(child, own, direction);
    };
    visit(documentOf(site, page), '', 'ltr');
    return faults;
  });
}

/** References in the styles of other countries hold the names as they are, each isolated; so do addresses, and the text of an article in the page's language. */
function isQuoted(element: Element): boolean {
  if (classesOf(element).includes('body')) return /\p{Script=Latin}/u.test(/\p{L}/u.exec(textInside(element))?.[0] ?? '');
  return classesOf(element).some((name) => name === 'citation' || name === 'address');
}
