/**
 * What a page may load (Content Security Policy Level 3): files of its own site, and pictures of others by https. Nothing
 * in the page itself runs, whatever an article holds. WebAssembly is the search.
 */

const DIRECTIVES: readonly (readonly [name: string, ...sources: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'", "'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self'", 'https:'],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];

/** Works in a header only: a page cannot say it of itself (HTML standard, `http-equiv` of a policy). */
const HEADER_ONLY: readonly (readonly [name: string, ...sources: string[]])[] = [['frame-ancestors', "'none'"]];

/** The policy that every page carries itself, for hosts that cannot send headers. */
export const PAGE_POLICY = write(DIRECTIVES);

/** @param scripts digests of scripts that a theme has in its pages, `sha256-…` */
export function headerPolicy(scripts: readonly string[] = []): string {
  return write([...DIRECTIVES.map((directive) => (directive[0] === 'script-src' ? ([...directive, ...scripts.map((digest) => `'${digest}'`)] as const) : directive)), ...HEADER_ONLY]);
}

export const REFERRER_POLICY = 'strict-origin-when-cross-origin';

function write(directives: readonly (readonly string[])[]): string {
  return directives.map((parts) => parts.join(' ')).join('; ');
}
