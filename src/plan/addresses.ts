/**
 * The addresses of a site that are to last: its pages and feeds, and where those that moved lead. The site carries the
 * list as `addresses.txt`, one address a line, `address⇥status⇥target` where it is no plain page.
 */

/** Name of the list in the site. */
export const ADDRESS_LIST = 'addresses.txt';

export interface Address {
  /** A path of the site in readable form, without the base. */
  readonly path: string;
  /** 200 a page, 301 moved, 410 taken back. */
  readonly status: 200 | 301 | 410;
  /** For 301: a path of the site or a full address. */
  readonly target?: string;
}

export function renderAddresses(addresses: readonly Address[]): string {
  // A tab comes before all that a path is made of, so lines stand in the order of their paths.
  const lines = addresses.map(({ path, status, target }) => (status === 200 ? path : [path, String(status), ...(target === undefined ? [] : [target])].join('\t'))).sort();
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Reads a list; a line may also be an address alone. @throws on text that is no such list */
export function parseAddresses(text: string): readonly Address[] {
  const found: Address[] = [];
  text.split('\n').forEach((row, index) => {
    // Nearly all lines of a site are of this form.
    if (row.startsWith('/') && !row.includes('\t') && !row.endsWith('\r')) found.push({ path: row, status: 200 });
    else found.push(...parseRow(row, index));
  });
  return found;
}

function parseRow(row: string, index: number): readonly Address[] {
  const [path = '', status = '200', target, ...more] = row.replace(/\r$/u, '').split('\t');
  if (path === '' || path.startsWith('#')) return [];
  const fault = (): Error => new Error(`line ${String(index + 1)} is no address: ${JSON.stringify(row.slice(0, 80))}`);
  if (!path.startsWith('/') || more.length > 0) throw fault();
  if (status === '301' && target !== undefined) return [{ path, status: 301, target }];
  if ((status === '200' || status === '410') && target === undefined) return [{ path, status: status === '200' ? 200 : 410 }];
  throw fault();
}
