/** All checks that hold for every site, each with the sentence it proves. */
import type { SiteCheck } from './built-site.ts';
import { checkCitation } from './check-citation.ts';
import { checkCounts } from './check-counts.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkHtmlRules } from './check-html-rules.ts';
import { checkJsonLd } from './check-json-ld.ts';
import { checkLeaks } from './check-leaks.ts';
import { checkLinks } from './check-links.ts';
import { checkBuiltStyles } from './check-logical-css.ts';
import { checkSitemaps } from './check-sitemaps.ts';
import { checkHeadings, checkIds, checkLanguage } from './check-structure.ts';
import { checkScripts } from './check-weight.ts';
import { checkOpenSearch, checkRobots, checkWellFormed } from './check-well-formed.ts';

export const SITE_CHECKS: readonly { readonly sentence: string; readonly check: SiteCheck }[] = [
  { sentence: 'XML, JSON and JSON-LD can be parsed strictly, and every text is UTF-8', check: checkWellFormed },
  { sentence: 'every link, fragment and address inside the site leads to something of it', check: checkLinks },
  { sentence: 'ids are unique in their page', check: checkIds },
  { sentence: 'every page has exactly one main heading', check: checkHeadings },
  { sentence: 'every page is Arabic and runs from right to left', check: checkLanguage },
  { sentence: 'canonical addresses and sitemaps agree', check: checkSitemaps },
  { sentence: 'JSON-LD describes each page as what it is', check: checkJsonLd },
  { sentence: 'feeds have what Atom and JSON Feed require', check: checkFeeds },
  { sentence: 'robots.txt lets everyone in and names the sitemap', check: checkRobots },
  { sentence: 'the OpenSearch description is complete', check: checkOpenSearch },
  { sentence: 'a page of every kind is valid HTML', check: checkHtmlRules },
  { sentence: 'the built styles know no left and right', check: checkBuiltStyles },
  { sentence: 'beside the reader’s settings only home, search and articles have a script, and all are files of their own', check: checkScripts },
  { sentence: 'nothing that a program forgot to fill in is to be seen', check: checkLeaks },
  { sentence: 'articles carry Open Graph and the tags that Zotero reads, other pages none of these', check: checkCitation },
  { sentence: 'counted nouns have the form that belongs to their number', check: checkCounts },
];
