/**
 * What a page may load (Content Security Policy Level 3): files of its own site, and pictures of others by https. Of what
 * stands in the page itself only the program's own script runs, by its digest, whatever an article holds. WebAssembly is the search.
 */
import { createHash } from 'node:crypto';

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

/** The policy that every page carries itself, for hosts that cannot send headers. @param scripts digests of the scripts that stand in pages, `sha256-…` */
export function pagePolicy(scripts: readonly string[] = []): string {
  return write(withScripts(scripts));
}

/** @param scripts as for `pagePolicy` */
export function headerPolicy(scripts: readonly string[] = []): string {
  return write([...withScripts(scripts), ...HEADER_ONLY]);
}

/** How a policy names a script that stands in a page. @param text all between its tags */
export function scriptDigest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function withScripts(scripts: readonly string[]): readonly (readonly string[])[] {
  return DIRECTIVES.map((directive) => (directive[0] === 'script-src' ? [...directive, ...scripts.map((digest) => `'${digest}'`)] : directive));
}

export const REFERRER_POLICY = 'strict-origin-when-cross-origin';

function write(directives: readonly (readonly string[])[]): string {
  return directives.map((parts) => parts.join(' ')).join('; ');
}
