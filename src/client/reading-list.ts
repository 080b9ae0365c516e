/** The list of what a reader keeps for later: on the device alone, under one key, and checked when it is read, since other programs may write there. */

export interface ListItem {
  /** Path of the article on this host, percent-encoded. */
  readonly path: string;
  /** Permanent address, wherever the article was read: a copy on a disk, a mirror. Lists that were begun before it was kept have none. */
  readonly address?: string;
  readonly title: string;
  /** As far as it is known: `2021`, `2021-05` or `2021-05-04`. */
  readonly date: string;
  readonly source: string;
  readonly language: string;
}

const KEY = 'warraq-reading-list';

/** The last added first; what is no item is left out. */
export function parseList(text: string | null): readonly ListItem[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isItem) : [];
  } catch {
    return [];
  }
}

function isItem(value: unknown): value is ListItem {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  // A path of this host only: neither another scheme nor, by two slashes, another host.
  return ['path', 'title', 'date', 'source', 'language'].every((name) => typeof fields[name] === 'string') && (fields['address'] === undefined || typeof fields['address'] === 'string') && /^\/(?![/\\])/u.test(String(fields['path'])) && fields['title'] !== '';
}

export function loadList(): readonly ListItem[] {
  try {
    return parseList(localStorage.getItem(KEY));
  } catch {
    // Storage may be forbidden.
    return [];
  }
}

/** @returns whether it could be kept */
export function saveList(items: readonly ListItem[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
    return true;
  } catch {
    return false;
  }
}

export function addItem(items: readonly ListItem[], item: ListItem): readonly ListItem[] {
  return [item, ...removeItem(items, item.path)];
}

export function removeItem(items: readonly ListItem[], path: string): readonly ListItem[] {
  return items.filter((item) => item.path !== path);
}
