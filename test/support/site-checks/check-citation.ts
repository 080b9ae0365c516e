/**
 * An article can be shared and cited from its own page: Open Graph (ogp.me), and what Zotero's Embedded Metadata
 * translator takes. That translator reads `citation_*` for title, authors, date, publication, language and address,
 * `DC.type` for the kind of item, which must be a Zotero item type, and `DC.subject` for tags. It splits an author at
 * `;`, and at a comma between names of several words, so one tag must be one author.
 */
import { addressOf, documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { elementsOf, isNoindex, linksOf, metaOf, textInside } from './html-tree.ts';
import { kindOf } from './page-kind.ts';

const CITATION = /^(?:citation_|DC\.)/u;

export function checkCitation(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const document = documentOf(site, page);
    const wrong = (faults: readonly string[]): readonly string[] => faults.map((fault) => `${page}: ${fault}`);
    if (kindOf(page) !== 'article' || isNoindex(document)) {
      const names = elementsOf(document, 'meta').flatMap(({ attrs }) => attrs.filter(({ name, value }) => name === 'name' && CITATION.test(value)).map(({ value }) => value));
      return wrong(names.map((name) => `${name} on a page that is no article`));
    }
    return wrong([...checkOpenGraph(document, addressOf(site, page)), ...checkZotero(document, addressOf(site, page))]);
  });
}

type Page = ReturnType<typeof documentOf>;

function checkOpenGraph(page: Page, own: string): readonly string[] {
  return [
    ...exactly(page, 'og:title', headline(page)),
    ...exactly(page, 'og:type', 'article'),
    ...exactly(page, 'og:url', own),
    ...['og:site_name', 'og:description', 'og:locale'].filter((key) => metaOf(page, key).length !== 1 || metaOf(page, key)[0] === '').map((key) => `not one ${key}`),
    ...dated(page, 'article:published_time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/u),
    ...(metaOf(page, 'og:image').length === 0 || (metaOf(page, 'og:image').every((url) => /^https?:\/\//u.test(url)) && metaOf(page, 'og:image:alt').length === metaOf(page, 'og:image').length) ? [] : ['og:image is not a full address with og:image:alt']),
  ];
}

function checkZotero(page: Page, own: string): readonly string[] {
  const authors = metaOf(page, 'citation_author');
  return [
    ...['citation_title', 'DC.title'].flatMap((key) => exactly(page, key, headline(page))),
    ...['citation_public_url', 'DC.identifier'].flatMap((key) => exactly(page, key, own)),
    ...exactly(page, 'DC.type', 'newspaperArticle'),
    ...dated(page, 'citation_publication_date', /^\d{4}(?:\/\d{2}){0,2}$/u),
    ...dated(page, 'DC.date', /^\d{4}(?:-\d{2}){0,2}$/u),
    ...['citation_language', 'DC.language'].flatMap((key) => dated(page, key, /^[a-z]{2,3}(?:-|$)/u)),
    ...['citation_journal_title', 'DC.publisher'].flatMap((key) => dated(page, key, /\S/u)),
    ...(authors.join('\n') === metaOf(page, 'DC.creator').join('\n') ? [] : ['citation_author and DC.creator differ']),
    ...(metaOf(page, 'DC.subject').join('\n') === metaOf(page, 'article:tag').join('\n') ? [] : ['DC.subject and article:tag differ']),
    ...authors.filter((author) => author.includes(';')).map((author) => `Zotero would split the author ${author}`),
    ...(linksOf(page, 'canonical')[0] === own ? [] : ['no canonical address']),
  ];
}

function headline(page: Page): string {
  return elementsOf(page, 'h1').map((heading) => textInside(heading)).join('\n');
}

function exactly(page: Page, key: string, value: string): readonly string[] {
  const found = metaOf(page, key);
  return found.length === 1 && found[0] === value ? [] : [`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
}

function dated(page: Page, key: string, form: RegExp): readonly string[] {
  const found = metaOf(page, key);
  return found.length === 1 && form.test(found[0] ?? '') ? [] : [`${key} is ${JSON.stringify(found)}`];
}
