/** Apache 2.4.13 and later: an `.htaccess` in the site's folder, as shared hosts want it. */
import { CACHE_RULES, escapePattern, rulePattern, SHORT } from '../cache-rules.ts';
import { securityHeaders } from '../headers.ts';
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';

const COMPRESSED = 'text/html text/css text/plain text/xml text/javascript application/javascript application/json application/xml application/manifest+json image/svg+xml';

export function renderApache(facts: SiteFacts): Preset {
  const { origin, base, moves, gone } = facts;
  // Patterns here see the path below the folder of the file, decoded.
  const below = (path: string): string => escapePattern(path.slice(1).replace(/\/$/u, ''));
  const lines = [
    `# ${origin}${base}: written by npm run preset -- apache. Write it again after each build.`,
    'Options -Indexes -MultiViews',
    'DirectoryIndex index.html',
    // A word without a slash before it would be taken for the text of the page.
    `ErrorDocument 404 ${encodeURI(base)}404.html`,
    'AddDefaultCharset utf-8',
    'AddCharset utf-8 .html .css .js .json .xml .txt .svg .webmanifest',
    'AddType text/javascript .js',
    'AddType application/manifest+json .webmanifest',
    '# Compressed in themselves.',
    'AddType application/octet-stream .pagefind .pf_fragment .pf_index .pf_meta .pf_filter',
    '',
    '<IfModule mod_headers.c>',
    `  Header always set Cache-Control ${quoted(SHORT)}`,
    ...[...CACHE_RULES].reverse().map((rule) => `  Header always set Cache-Control ${quoted(rule.value)} ${quoted(`expr=%{REQUEST_URI} =~ m|${rulePattern(rule, base)}|`)}`),
    ...securityHeaders(facts).map(([name, value]) => `  Header always set ${name} ${quoted(value)}`),
    '</IfModule>',
    '',
    '<IfModule mod_deflate.c>',
    `  AddOutputFilterByType DEFLATE ${COMPRESSED}`,
    '</IfModule>',
    '',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    '  # Addresses that moved.',
    ...moves.map(({ from, to }) => `  RewriteRule ${quoted(`^${below(from)}/?$`)} ${quoted(literal(to.startsWith('/') ? encodeURI(base + to.slice(1)) : to))} [R=301,L,NE]`),
    '  # Articles that were taken back: the page says so, with status 410.',
    ...gone.map((path) => `  RewriteRule ${quoted(`^${below(path)}/$`)} - [R=410,L]`),
    '</IfModule>',
    ...(gone.length === 0 ? [] : ['ErrorDocument 410 "/%{REQUEST_URI}index.html"']),
    '',
  ];
  return {
    files: [{ place: 'site', name: '.htaccess', text: lines.join('\n') }],
    notes: ['The file .htaccess is part of the site now: write it again after each build, and send it with the rest.', 'Your own server needs the modules headers, rewrite and deflate, and for the folder: AllowOverride All'],
  };
}

/** In what a rule writes, `%1` and `$1` mean parts of the request. */
function literal(address: string): string {
  return address.replace(/[$%]/gu, '\\$&');
}

/** A text of Apache. */
function quoted(text: string): string {
  return `"${text.replace(/"/gu, '\\"')}"`;
}
