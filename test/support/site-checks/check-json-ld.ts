/** JSON-LD describes each page as what it is: schema.org with one graph, the types that belong to the kind of page. */
import { addressOf, documentOf, pagesOf, type BuiltSite } from './built-site.ts';
import { elementsOf, isNoindex, jsonLdOf, textInside } from './html-tree.ts';
import { kindOf, type PageKind } from './page-kind.ts';

type Thing = Readonly<Record<string, unknown>>;

/** Any other page is a list: a CollectionPage. */
const MAIN_TYPES: Partial<Record<PageKind, string>> = { home: 'WebSite', article: 'NewsArticle', about: 'AboutPage' };

function expectedTypes(kind: PageKind): readonly string[] {
  // Home has nothing above it.
  return [MAIN_TYPES[kind] ?? 'CollectionPage', ...(kind === 'home' ? [] : ['BreadcrumbList'])];
}

export function checkJsonLd(site: BuiltSite): readonly string[] {
  return pagesOf(site).flatMap((page) => {
    const document = documentOf(site, page);
    const texts = jsonLdOf(document);
    if (isNoindex(document)) return texts.length === 0 ? [] : [`${page}: noindex, but described in JSON-LD`];
    const [text] = texts;
    if (text === undefined || texts.length > 1) return [`${page}: ${String(texts.length)} JSON-LD scripts`];
    const root = JSON.parse(text) as Thing;
    const graph = Array.isArray(root['@graph']) ? (root['@graph'] as readonly Thing[]) : [];
    const types = graph.map((thing) => String(thing['@type']));
    const expected = expectedTypes(kindOf(page));
    return [
      ...(root['@context'] === 'https://schema.org' ? [] : [`${page}: the @context is ${String(root['@context'])}`]),
      ...(types.join() === expected.join() ? [] : [`${page}: @graph has ${types.join()}, not ${expected.join()}`]),
      ...graph.flatMap((thing) => checkThing(site, page, thing)),
    ];
  });
}

function checkThing(site: BuiltSite, page: string, thing: Thing): readonly string[] {
  const own = addressOf(site, page);
  const wrong = (what: string): readonly string[] => [`${page}: ${String(thing['@type'])} ${what}`];
  if (thing['@type'] === 'BreadcrumbList') return checkCrumbs(thing, own).flatMap(wrong);
  const missing = (thing['@type'] === 'NewsArticle' ? ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage', 'inLanguage', 'description'] : ['name', 'description', 'inLanguage']).filter((key) => thing[key] === undefined || thing[key] === '');
  return [
    ...missing.flatMap((key) => wrong(`has no ${key}`)),
    ...(thing['url'] === own && thing['@id'] === own ? [] : wrong(`has the url ${String(thing['url'])}`)),
    ...(thing['@type'] === 'NewsArticle' ? checkNews(documentOf(site, page), thing).flatMap(wrong) : []),
  ];
}

function checkNews(document: ReturnType<typeof documentOf>, thing: Thing): readonly string[] {
  const [heading] = elementsOf(document, 'h1');
  const dates = ['datePublished', 'dateModified'].filter((key) => !/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/u.test(String(thing[key])));
  return [
    ...(heading !== undefined && thing['headline'] === textInside(heading) ? [] : ['has a headline that is not the h1']),
    ...dates.map((key) => `has the ${key} ${String(thing[key])}`),
  ];
}

function checkCrumbs(thing: Thing, own: string): readonly string[] {
  const items = (Array.isArray(thing['itemListElement']) ? thing['itemListElement'] : []) as readonly Thing[];
  return [
    ...(items.length >= 2 && items.every(({ position, name, '@type': type }, index) => position === index + 1 && typeof name === 'string' && name !== '' && type === 'ListItem') ? [] : ['is not numbered or named throughout']),
    ...(items.at(-1)?.['item'] === own ? [] : ['does not end at its own page']),
  ];
}
