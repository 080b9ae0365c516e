/** Caddy 2.6 and later: a Caddyfile. Certificates are Caddy's own affair. */
import { CACHE_RULES, rulePattern, SHORT } from '../cache-rules.ts';
import { securityHeaders } from '../headers.ts';
import { requestGone, requestMoves } from '../moves.ts';
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';

export function renderCaddy(facts: SiteFacts, root: string): Preset {
  const { origin, base } = facts;
  const moves = requestMoves(facts);
  const gone = requestGone(facts);
  const prefix = base.slice(0, -1);
  // Caddy takes the prefix of a path as it came, percent-encoded.
  const strip = base === '/' ? [] : [`uri strip_prefix ${quoted(encodeURI(prefix))}`];
  const route = [
    '# How long each file may be kept.',
    'map {path} {warraq_cache} {',
    ...CACHE_RULES.map((rule) => `\t~${rulePattern(rule, base)} ${quoted(rule.value)}`),
    `\tdefault ${quoted(SHORT)}`,
    '}',
    'header Cache-Control {warraq_cache}',
    '# Compressed in themselves.',
    '@packed path *.pagefind *.pf_fragment *.pf_index *.pf_meta *.pf_filter',
    'header @packed Content-Type application/octet-stream',
    'header *.webmanifest Content-Type application/manifest+json',
    ...(moves.length === 0 ? [] : ['# Addresses that moved.', 'map {path} {warraq_moved} {', ...moves.map(({ from, location }) => `\t${quoted(from)} ${quoted(location)}`), '\tdefault ""', '}', '@moved expression {warraq_moved} != ""', 'redir @moved {warraq_moved} 301']),
    ...(base === '/' ? [] : [`@root path ${quoted(prefix)}`, `redir @root ${quoted(encodeURI(base))} 301`, `@outside not path ${quoted(`${base}*`)}`, 'error @outside 404']),
    ...(gone.length === 0 ? [] : ['# Articles that were taken back: the page says so, with status 410.', `@gone path ${gone.map(quoted).join(' ')}`, 'handle @gone {', ...[...strip, 'rewrite * {path}index.html', 'file_server {', '\tstatus 410', '}'].map(indent), '}']),
    ...strip,
    'file_server',
  ];
  const lines = [
    `# ${origin}${base}: written by npm run preset -- caddy. Write it again when redirects or withdrawn articles change.`,
    `{$WARRAQ_ADDRESS:${origin}} {`,
    ...[
      `root * ${quoted(root)}`,
      'encode zstd gzip',
      'header {',
      ...securityHeaders(facts).map(([name, value]) => `\t${name} ${quoted(value)}`),
      '}',
      'route {',
      ...route.map(indent),
      '}',
      'handle_errors {',
      `\theader Cache-Control ${quoted(SHORT)}`,
      '\trewrite * /404.html',
      '\tfile_server',
      '}',
    ].map(indent),
    '}',
    '',
  ];
  return {
    files: [{ place: 'beside', name: 'Caddyfile', text: lines.join('\n') }],
    notes: [`Put the Caddyfile into /etc/caddy/ and the site's files into ${root}, then: systemctl reload caddy`, 'The variable WARRAQ_ADDRESS names another address to listen on, such as http://127.0.0.1:8080 behind a proxy.'],
  };
}

function indent(line: string): string {
  return `\t${line}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}
