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
  return [...addresses]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, status, target }) => `${[path, ...(status === 200 ? [] : [String(status)]), ...(target === undefined ? [] : [target])].join('\t')}\n`)
    .join('');
}

/** Reads a list; a line may also be an address alone. @throws on text that is no such list */
export function parseAddresses(text: string): readonly Address[] {
  return text.split('\n').flatMap((row, index): readonly Address[] => {
    const [path = '', status = '200', target, ...more] = row.replace(/\r$/u, '').split('\t');
    if (path === '' || path.startsWith('#')) return [];
    const fault = (): Error => new Error(`line ${String(index + 1)} is no address: ${JSON.stringify(row.slice(0, 80))}`);
    if (!path.startsWith('/') || more.length > 0) throw fault();
    if (status === '301' && target !== undefined) return [{ path, status: 301, target }];
    if ((status === '200' || status === '410') && target === undefined) return [{ path, status: status === '200' ? 200 : 410 }];
    throw fault();
  });
}
