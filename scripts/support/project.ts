/** Where things are: the project itself, and what the user named. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGE_CODES, type LanguageCode } from '../../src/languages/languages.ts';
import { UserError, WRONG_USAGE } from './command-line.ts';

/** The project's folder. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path as the user meant it. npm runs scripts in the project's folder, and so does this program from then on:
 * Eleventy and esbuild resolve their own files from the working directory.
 */
export function userPath(path: string): string {
  return isAbsolute(path) ? path : resolve(process.cwd(), path);
}

/** Makes the project's folder the working directory. Paths of the user must be resolved before. */
export function enterProject(): void {
  process.chdir(PROJECT);
}

/** True for the folder itself and everything below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way));
}

/** The path without links, of something that need not be there yet: the built site is reached through one. */
export async function realPlace(path: string): Promise<string> {
  const parent = dirname(path);
  return realpath(path).catch(async () => (parent === path ? path : join(await realPlace(parent), basename(path))));
}

/** `/`, or a path that begins and ends with a slash. @throws UserError */
export function readBase(text: string): string {
  const base = `/${text}/`.replace(/\/+/gu, '/');
  if (/^[\p{L}\p{M}\p{N}/._~-]+$/u.test(base) && !/(?:^|\/)\.\.?(?:\/|$)/u.test(base)) return base;
  throw new UserError(`--base: got ${JSON.stringify(text)}; expected a path such as /archive/`, WRONG_USAGE);
}

/** An address such as https://example.org, without a path. @throws UserError */
export function readSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  throw new UserError(`--site-url: got ${JSON.stringify(text)}; expected an address such as https://example.org (a path belongs into --base)`, WRONG_USAGE);
}

/** @throws UserError */
export function readLanguage(text: string): LanguageCode {
  const code = LANGUAGE_CODES.find((known) => known === text);
  if (code !== undefined) return code;
  throw new UserError(`--language: got ${JSON.stringify(text)}; expected ${LANGUAGE_CODES.join(' or ')}`, WRONG_USAGE);
}

/** @throws UserError */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= 65_535) return port;
  throw new UserError(`--port: got ${JSON.stringify(text)}; expected a number from 0 to 65535`, WRONG_USAGE);
}

/** A whole number from 1. @throws UserError */
export function readCount(option: string, text: string): number {
  const count = Number(text);
  if (/^\d+$/u.test(text) && count >= 1) return count;
  throw new UserError(`${option}: got ${JSON.stringify(text)}; expected a whole number from 1`, WRONG_USAGE);
}
