/** S3 behind CloudFront: a function for addresses, a policy for headers. How long files may be kept is sent with each by `npm run deploy`. */
import { securityHeaders } from '../headers.ts';
import { requestMoves } from '../moves.ts';
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';

/** CloudFront's limit for the code of a function. */
export const FUNCTION_BYTES = 10_240;

export function renderS3(facts: SiteFacts): Preset {
  const { base } = facts;
  const whole = functionText(base, facts);
  const fits = Buffer.byteLength(whole) <= FUNCTION_BYTES;
  return {
    files: [
      { place: 'beside', name: 'cloudfront-function.js', text: fits ? whole : functionText(base, { base, moves: [] }) },
      { place: 'beside', name: 'response-headers-policy.json', text: `${JSON.stringify(headersPolicy(facts), null, 2)}\n` },
      { place: 'beside', name: 'custom-errors.json', text: `${JSON.stringify({ Quantity: 1, Items: [{ ErrorCode: 403, ResponsePagePath: `${encodeURI(base)}404.html`, ResponseCode: '404', ErrorCachingMinTTL: 60 }] }, null, 2)}\n` },
    ],
    notes: [
      `Send the site with: npm run deploy -- --to s3://BUCKET${base === '/' ? '' : base.replace(/\/$/u, '')}`,
      'Keep the bucket private; let CloudFront read it. Create the function (runtime cloudfront-js-2.0, viewer request), the response headers policy and the custom error of the distribution from these files; turn on compression.',
      'A private bucket answers 403 for what is not there, which the custom error turns into the 404 page.',
      ...(fits ? [] : ['The redirects do not fit into a function of CloudFront (10 kB); the pages at old addresses lead on instead.']),
      ...(facts.gone.length === 0 ? [] : ['CloudFront answers for withdrawn articles with status 200; their pages say themselves what happened.']),
    ],
  };
}

function functionText(base: string, facts: Pick<SiteFacts, 'base' | 'moves'>): string {
  const moves = Object.fromEntries(requestMoves(facts).map(({ from, location }) => [encodeURI(from), location]));
  return `// Folders are their index.html, and old addresses lead on.
var MOVES = ${JSON.stringify(moves)};
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  var target = Object.prototype.hasOwnProperty.call(MOVES, uri) ? MOVES[uri] : uri === ${JSON.stringify(encodeURI(base.slice(0, -1)))} ? ${JSON.stringify(encodeURI(base))} : undefined;
  if (target) return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: target } } };
  if (uri.endsWith('/')) request.uri = uri + 'index.html';
  else if (uri.lastIndexOf('.') < uri.lastIndexOf('/')) return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: uri + '/' } } };
  return request;
}
`;
}

/** The form that `aws cloudfront create-response-headers-policy` reads. */
function headersPolicy(facts: SiteFacts): unknown {
  const headers = new Map(securityHeaders(facts));
  const custom = ['Permissions-Policy', 'Cross-Origin-Opener-Policy'].map((name) => ({ Header: name, Value: headers.get(name) ?? '', Override: true }));
  return {
    Name: 'warraq',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: headers.get('Content-Security-Policy') },
      ContentTypeOptions: { Override: true },
      FrameOptions: { Override: true, FrameOption: 'DENY' },
      ReferrerPolicy: { Override: true, ReferrerPolicy: headers.get('Referrer-Policy') },
      StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Preload: false },
    },
    CustomHeadersConfig: { Quantity: custom.length, Items: custom },
  };
}
