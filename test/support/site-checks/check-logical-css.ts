/** Styles name no left or right: a page that turns around for another language must turn around whole. */
import { filesEnding, textOf, type BuiltSite } from './built-site.ts';

export function checkBuiltStyles(site: BuiltSite): readonly string[] {
  const styles = filesEnding(site, '.css');
  return styles.length === 0 ? ['The site has no style sheet'] : styles.flatMap((path) => findPhysicalCss(path, textOf(site, path)));
}

/** `left` and `right` as a word of a property, a value or a name; comments, texts and addresses aside. */
export function findPhysicalCss(path: string, css: string): readonly string[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ' '))
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\)/gu, '""');
  return plain.split('\n').flatMap((line, index) => [...line.matchAll(/(?<![\w])(?:[\w-]*-)?(?:left|right)(?:-[\w-]*)?(?![\w])/giu)].map(([word]) => `${path}:${String(index + 1)} ${word}`));
}
