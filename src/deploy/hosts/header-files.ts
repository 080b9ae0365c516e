/** The files `_headers` and `_redirects`, which Netlify and Cloudflare Pages read in nearly the same form. */
import { CACHE_RULES, SHORT } from '../cache-rules.ts';
import { securityHeaders } from '../headers.ts';
import type { SiteFacts } from '../site-facts.ts';

/** @param suffixes true where a host knows `*` inside a path */
export function renderHeaders(facts: SiteFacts, suffixes: boolean): string {
  const base = encodeURI(facts.base);
  // Hosts join the values of all rules that fit, so no path may have two for one header; pages get the host's own, which is short.
  const rules = CACHE_RULES.flatMap(({ match, value }): readonly [string, string][] => {
    if (value === SHORT) return [];
    if ('suffix' in match) return suffixes ? [[`${base}pagefind/*${match.suffix}`, value]] : [];
    return [['folder' in match ? `${base}${match.folder}*` : `${base}${match.file}`, value]];
  });
  const block = (path: string, headers: readonly (readonly [string, string])[]): string => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [
    block(`${base}*`, securityHeaders(facts)),
    ...rules.map(([path, value]) => block(path, [['Cache-Control', value]])),
    block(`${base}feed.xml`, [['Content-Type', 'application/atom+xml; charset=utf-8']]),
    block(`${base}feed.json`, [['Content-Type', 'application/feed+json; charset=utf-8']]),
  ].join('\n');
}

/** Lines `from to 301`. @param mark what makes the host prefer the line to the page at that address */
export function redirectLines({ base, moves }: SiteFacts, mark: '' | '!'): readonly string[] {
  // A blank would end the address.
  const encode = (path: string): string => encodeURI(base + path.slice(1)).replaceAll(' ', '%20');
  return moves.map(({ from, to }) => `${encode(from)} ${to.startsWith('/') ? encode(to) : to} 301${mark}`);
}
