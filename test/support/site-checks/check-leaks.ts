/** Nothing that a program forgot to fill in reaches a reader or a machine. */
import { documentOf, filesEnding, pagesOf, textOf, type BuiltSite } from './built-site.ts';
import { elementsOf } from './html-tree.ts';
import { readFragments } from './search-fragments.ts';

const LEAK = /(?<![\p{Script=Latin}\d_-])(?:undefined|null|NaN|Infinity)(?![\p{Script=Latin}\d_-])|\[object \w+\]|Invalid Date|(?:function|=>)\s*\{/u;

/** The program's own, whose digest the policy has: code there is meant. */
const OWN_SCRIPT = /<script>[^<]*<\/script>/u;

export function checkLeaks(site: BuiltSite): readonly string[] {
  const plain = ['.html', '.xml', '.json', '.txt', '.css'].flatMap((end) => filesEnding(site, end)).filter((path) => !path.startsWith('pagefind/'));
  return [
    ...plain.flatMap((path) => leaks(path, path.endsWith('.html') ? textOf(site, path).replace(OWN_SCRIPT, '') : textOf(site, path))),
    ...readFragments(site).flatMap(({ file, url, content, meta }) => leaks(file, JSON.stringify([url, content, meta]))),
    ...[...site.files.keys()].flatMap((path) => leaks(path, path)),
    ...pagesOf(site).flatMap(emptyAttributes(site)),
  ];
}

function leaks(path: string, text: string): readonly string[] {
  const found = LEAK.exec(text);
  return found === null ? [] : [`${path}: …${text.slice(Math.max(0, found.index - 20), found.index + 40)}…`];
}

/** Attributes whose emptiness is a value that was lost; an empty `alt` is one that was meant. */
function emptyAttributes(site: BuiltSite): (page: string) => readonly string[] {
  return (page) => elementsOf(documentOf(site, page)).flatMap(({ tagName, attrs }) => attrs.filter(({ name, value }) => value === '' && ['href', 'src', 'content', 'datetime', 'class', 'lang', 'title', 'aria-label'].includes(name)).map(({ name }) => `${page}: ${tagName} has an empty ${name}`));
}
