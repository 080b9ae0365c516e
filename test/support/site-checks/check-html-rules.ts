/** Pages are valid HTML by html-validate's recommended and document rules. Each rule that is loosened says why. */
import { HtmlValidate } from 'html-validate';
import { pagesOf, textOf, type BuiltSite } from './built-site.ts';
import { kindOf, type PageKind } from './page-kind.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The serialiser of the pages closes void elements with a slash, which HTML allows and no parser minds.
    'void-style': 'off',
    // Titles are headlines; their length belongs to the newspaper that printed them.
    'long-title': 'off',
    // Styles and scripts are of this same host and have their digest in their name.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** @param choose which pages to look at; a page of each kind unless said */
export function checkHtmlRules(site: BuiltSite, choose: (site: BuiltSite) => readonly string[] = onePageOfEachKind): readonly string[] {
  return choose(site).flatMap((page) => {
    const { results } = validator.validateStringSync(textOf(site, page), page);
    return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${page}:${String(line)}:${String(column)} ${message} [${ruleId}]`));
  });
}

/** The largest page of each kind: the one with the most in it. */
export function onePageOfEachKind(site: BuiltSite): readonly string[] {
  const chosen = new Map<PageKind, string>();
  for (const page of pagesOf(site)) {
    const kind = kindOf(page);
    const best = chosen.get(kind);
    if (best === undefined || textOf(site, page).length > textOf(site, best).length) chosen.set(kind, page);
  }
  return [...chosen.values()];
}
