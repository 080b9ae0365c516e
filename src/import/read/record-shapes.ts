/** Records within records: what databases and interfaces wrap around the fields of an article, and values that are objects themselves. */

/** Objects that only hold the fields of their record. */
const WRAPPERS: ReadonlySet<string> = new Set(['_source', 'fields', 'attributes', 'article', 'post', 'node', 'data', 'item', 'news', 'doc', 'document', 'meta', 'metadata', 'properties']);
const MOST_DEPTH = 3;

/**
 * The fields of a record with those of its wrappers beside them, under their path: `{"_source": {"title": …}}` gives `_source.title`.
 * @param named paths that the user named
 */
export function unwrapRecord(record: Readonly<Record<string, unknown>>, named: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (named.size === 0 && !Object.keys(record).some((key) => WRAPPERS.has(key))) return record;
  const flat: Record<string, unknown> = {};
  const walk = (value: Readonly<Record<string, unknown>>, path: string, depth: number): void => {
    for (const [key, inner] of Object.entries(value)) {
      const own = path === '' ? key : `${path}.${key}`;
      const open = isObject(inner) && depth < MOST_DEPTH && !named.has(own) && (WRAPPERS.has(key) || [...named].some((name) => name.startsWith(`${own}.`)));
      if (open) walk(inner, own, depth + 1);
      else Object.defineProperty(flat, own, { value: inner, enumerable: true, configurable: true, writable: true });
    }
  };
  walk(record, '', 0);
  return flat;
}

/** The last step of a path: its name is what counts for a guess. */
export function lastStep(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys under which objects hold their text, the best first. `ar` is the Arabic one of several languages. */
const TEXT_KEYS = ['ar', 'ar-SA', 'ar_AR', 'rendered', 'name', 'title', 'value', 'text', 'html', '#text', '_text', '$t', '__cdata', '$date', '$oid', '$numberLong', 'url', 'src'];

/** A text, a number, or what an object or a list of them holds. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(asText).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n\n');
  }
  if (!isObject(value)) return undefined;
  const key = TEXT_KEYS.find((name) => Object.hasOwn(value, name));
  return key === undefined ? undefined : asText(value[key]);
}

/** A list, or a text whose names are parted by commas, semicolons, bars or lines. Numbers in a list are keys of another table and no names. */
export function asNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'number' ? [] : (asText(item)?.trim() ?? []))).filter((name) => name !== '');
  const text = typeof value === 'number' ? undefined : asText(value);
  return text === undefined ? [] : text.split(/\s*[,،;؛|\n]\s*/u).map((name) => name.trim()).filter((name) => name !== '');
}

/** `publish`, `1`, `منشور`: shown to readers. Everything that is known not to be is named; an unknown word decides nothing. */
const HIDDEN: ReadonlyMap<string, string> = new Map([
  ...['draft', 'pending', 'private', 'trash', 'auto-draft', 'future', 'unpublished', 'hidden', 'archived', 'inactive', 'deleted', 'spam'].map((word) => [word, word] as const),
  ...['مسودة', 'مسوده', 'غير منشور', 'قيد المراجعة', 'خاص', 'محذوف', 'مخفي'].map((word) => [word, word] as const),
]);

/** Why a record was not public, by the value of its column of states; nothing where it was, or where nobody knows. */
export function hiddenBecause(value: unknown): string | undefined {
  const text = (asText(value) ?? '').trim().toLowerCase();
  return HIDDEN.get(text);
}
