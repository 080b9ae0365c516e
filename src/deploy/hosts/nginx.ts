/** nginx 1.18 and later: one file for `conf.d/` or `sites-enabled/`. */
import { CACHE_RULES, rulePattern, SHORT } from '../cache-rules.ts';
import { securityHeaders } from '../headers.ts';
import { requestGone, requestMoves } from '../moves.ts';
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';

export function renderNginx(facts: SiteFacts, root: string): Preset {
  const { origin, base } = facts;
  const host = new URL(origin).hostname;
  const lines = [
    `# ${origin}${base}: written by npm run preset -- nginx. Write it again when redirects or withdrawn articles change.`,
    'map_hash_bucket_size 1024;',
    'map_hash_max_size 65536;',
    '',
    '# How long each file may be kept.',
    'map $uri $warraq_cache {',
    `  default ${quoted(SHORT)};`,
    ...CACHE_RULES.map((rule) => `  ${quoted(`~${rulePattern(rule, base)}`)} ${quoted(rule.value)}; # ${rule.about}`),
    '}',
    '',
    '# Addresses that moved.',
    'map $uri $warraq_moved {',
    '  default "";',
    ...requestMoves(facts).map(({ from, location }) => `  ${quoted(from)} ${quoted(location.replaceAll('$', '%24'))};`),
    '}',
    '',
    '# Articles that were taken back: the page says so, with status 410.',
    'map $uri $warraq_gone {',
    '  # Asked anew for the page itself, which nginx finds in a second round.',
    '  volatile;',
    '  default "";',
    ...requestGone(facts).map((path) => `  ${quoted(path)} ${quoted(`${path}index.html`)};`),
    '}',
    '',
    'server {',
    '  listen 80;',
    '  listen [::]:80;',
    `  server_name ${host};`,
    '  # Behind a proxy nginx does not know the address that readers use.',
    '  absolute_redirect off;',
    '  server_tokens off;',
    '  charset utf-8;',
    '  charset_types text/html text/css text/plain text/xml text/javascript application/javascript application/json application/xml application/manifest+json;',
    '  include mime.types;',
    '  types {',
    '    application/manifest+json webmanifest;',
    '    # Compressed in themselves.',
    '    application/octet-stream pagefind pf_fragment pf_index pf_meta pf_filter;',
    '  }',
    '  gzip on;',
    '  gzip_vary on;',
    '  gzip_proxied any;',
    '  gzip_min_length 1024;',
    '  gzip_types text/css text/plain text/xml text/javascript application/javascript application/json application/xml application/manifest+json image/svg+xml;',
    '',
    '  add_header Cache-Control $warraq_cache always;',
    ...securityHeaders(facts).map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
    '',
    '  if ($warraq_moved) { return 301 $warraq_moved; }',
    '  if ($warraq_gone) { return 410; }',
    '  error_page 410 $warraq_gone;',
    `  error_page 404 ${quoted(`${base}404.html`)};`,
    '',
    ...(base === '/'
      ? ['  location / {', `    root ${quoted(root)};`, '    index index.html;', '  }']
      : [
          `  location = ${quoted(base.slice(0, -1))} { return 301 ${quoted(encodeURI(base))}; }`,
          `  location ^~ ${quoted(base)} {`,
          `    alias ${quoted(`${root.replace(/\/$/u, '')}/`)};`,
          '    index index.html;',
          '  }',
          '  location / { return 404; }',
        ]),
    '}',
    '',
  ];
  return {
    files: [{ place: 'beside', name: 'warraq.nginx.conf', text: lines.join('\n') }],
    notes: [`Put warraq.nginx.conf into /etc/nginx/conf.d/ and the site's files into ${root}, then: nginx -t && systemctl reload nginx`, 'It listens on port 80. For https let certbot --nginx add its lines, or put it behind a proxy that has a certificate.'],
  };
}

/** A text of nginx. `$` begins a variable in values, not in the keys of a map. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}
