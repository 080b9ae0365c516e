/**
 * Addresses that have moved, as the editor lists them in `_data/redirects.yaml`: `/old/: /new/` a line. A line that ends
 * in `*` on both sides moves everything below the address.
 */
import { lineOfField, readYaml } from '../article/front-matter.ts';
import { quote, type Fault, type Problem } from '../article/problem.ts';

export const REDIRECTS_FILE = 'redirects.yaml';

export interface Redirect {
  /** A path of the site in readable form; with `*` at its end everything below it. */
  readonly from: string;
  /** A path of the site, with `*` where `from` has it, or a full http or https address. */
  readonly to: string;
  /** Line of the file. */
  readonly line: number;
}

/** Reads the file's text: the redirects whose form is good, and what is wrong with the others. */
export function parseRedirects(text: string): { readonly redirects: readonly Redirect[]; readonly problems: readonly Problem[] } {
  const normal = text.normalize('NFC');
  const yaml = readYaml(normal);
  if ('code' in yaml) {
    const { line, ...fault } = yaml;
    return { redirects: [], problems: [{ severity: 'error', ...fault, file: REDIRECTS_FILE, line, field: 'file' }] };
  }
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(yaml.value)) {
    const line = lineOfField(normal, [key]);
    const from = readPath(key);
    const to = readTarget(value);
    const fault = [from, to].find((part) => typeof part !== 'string') ?? (typeof from === 'string' && typeof to === 'string' ? faultBetween(from, to) : undefined);
    if (typeof from === 'string' && typeof to === 'string' && fault === undefined) redirects.push({ from, to, line });
    else if (fault !== undefined && typeof fault !== 'string') problems.push({ severity: 'error', ...fault, file: REDIRECTS_FILE, line, field: key });
  }
  return { redirects, problems: [...problems, ...findDoubles(redirects), ...findChains(redirects)] };
}

const PATH_FIX = 'write the address as it goes on after that of the home page, such as /2021/05/04/k7m2p9qd/';

function readPath(value: unknown): string | Fault {
  const fault = (expected: string, fix = PATH_FIX): Fault => ({ code: 'redirect-form', got: quote(value), expected, fix });
  if (typeof value !== 'string' || !value.startsWith('/')) return fault('a path of this site that begins with /');
  const path = decode(value.trim())?.normalize('NFC');
  if (path === undefined) return fault('a path whose % signs are complete');
  if (/[?#]/u.test(path)) return fault('a path without ? and #', 'a static site cannot tell such addresses apart: write the path alone');
  const plain = path.replace(/\/\*$/u, '/');
  const safe = plain === '/' || plain.replace(/^\//u, '').replace(/\/$/u, '').split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:*"<>|{}\p{Cc}]/u.test(part));
  return safe ? path : fault('a path of plain names; * only as its last part');
}

function readTarget(value: unknown): string | Fault {
  if (typeof value !== 'string' || !/^https?:/iu.test(value)) return readPath(value);
  if (URL.canParse(value) && !/["<>\s]/u.test(value)) return new URL(value).href;
  return { code: 'redirect-form', got: quote(value), expected: 'a full address', fix: 'copy the address from the browser' };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function faultBetween(from: string, to: string): Fault | undefined {
  if (from.endsWith('*') !== to.endsWith('*')) return { code: 'redirect-form', got: `${quote(from)} to ${quote(to)}`, expected: '* at the end of both addresses or of none', fix: 'end both in /*, or name one page for the other' };
  if (from.endsWith('*') && !to.startsWith('/')) return { code: 'redirect-form', got: quote(to), expected: 'a folder of this site', fix: 'write a line for each address that moved to another site: only what is here can be listed' };
  return from === '/*' ? { code: 'redirect-form', got: quote(from), expected: 'a part of the site', fix: 'name the folder that moved' } : undefined;
}

/** `/old` and `/old/` are one page for most hosts. */
function keyOf(path: string): string {
  return path.replace(/\/$/u, '');
}

/** For nginx, and for the files of some systems, capitals are no difference. */
function findDoubles(redirects: readonly Redirect[]): readonly Problem[] {
  const seen = new Map<string, Redirect>();
  return redirects.flatMap((redirect): Problem[] => {
    const key = keyOf(redirect.from).toLowerCase();
    const first = seen.get(key);
    seen.set(key, first ?? redirect);
    if (first === undefined) return [];
    const alike = keyOf(first.from) === keyOf(redirect.from) ? '' : ', but for capitals';
    return [problemAt(redirect, { code: 'redirect-form', got: `${quote(redirect.from)}, which stands in line ${String(first.line)} too${alike}`, expected: 'each address once', fix: 'delete one of the two lines' })];
  });
}

/** A redirect that leads to a redirect costs readers time and search engines give up on it; one that leads to itself ends nowhere. */
function findChains(redirects: readonly Redirect[]): readonly Problem[] {
  const next = new Map(redirects.map((redirect) => [keyOf(redirect.from), redirect]));
  return redirects.flatMap((redirect): Problem[] => {
    const way = [redirect.from];
    let last = redirect;
    for (let step = next.get(keyOf(last.to)); step !== undefined; step = next.get(keyOf(last.to))) {
      if (way.some((place) => keyOf(place) === keyOf(last.to))) return [problemAt(redirect, { code: 'redirect-loop', got: [...way, last.to].join(' → '), expected: 'an address that ends at a page', fix: 'name the page at which readers should arrive' })];
      way.push(last.to);
      last = step;
    }
    return last === redirect ? [] : [problemAt(redirect, { code: 'redirect-chain', got: [...way, last.to].join(' → '), expected: 'one step', fix: `write ${redirect.from}: ${last.to}` })];
  });
}

function problemAt({ line, from }: Redirect, fault: Fault): Problem {
  return { severity: 'error', ...fault, file: REDIRECTS_FILE, line, field: from };
}
