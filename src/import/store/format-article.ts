/** An article file as it is written: the fields in the order of the documentation, then the text. */

export interface FieldValues {
  readonly id: string;
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly subtitle?: string | undefined;
  /** Absent in a draft that wants one. */
  readonly date?: string | undefined;
  readonly date_printed?: string | undefined;
  readonly updated?: string | undefined;
  readonly section?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly dateline?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly places?: readonly string[] | undefined;
  readonly original_url?: string | undefined;
  readonly captured?: string | undefined;
  readonly language?: string | undefined;
  readonly summary?: string | undefined;
  readonly image?: { readonly src: string; readonly alt: string; readonly credit?: string | undefined } | undefined;
  readonly rights?: string | undefined;
  readonly draft?: boolean | undefined;
}

/** @param remarks lines that go before the fields as YAML comments */
export function formatArticle(fields: FieldValues, body: string, remarks: readonly string[] = []): string {
  const lines = Object.entries(fields).flatMap(([name, value]: [string, unknown]) => formatField(name, value));
  return `---\n${remarks.map((remark) => `# ${remark.replace(/\s+/gu, ' ')}\n`).join('')}${lines.join('\n')}\n---\n\n${body.trim()}\n`;
}

function formatField(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
  if (typeof value === 'boolean') return value ? [`${name}: true`] : [];
  if (Array.isArray(value)) return [`${name}: [${value.map((item) => JSON.stringify(item)).join(', ')}]`];
  if (typeof value === 'object' && value !== null) return [`${name}:`, ...Object.entries(value).flatMap(([key, inner]: [string, unknown]) => formatField(`  ${key}`, inner))];
  const text = value as string;
  // Quotation marks in JSON's way are YAML's too; dates and ids are easier to read without.
  return [`${name}: ${/^[a-z0-9-]+$/u.test(text) || /^\d{4}-\d{2}-\d{2}T[\d:]+(?:Z|[+-]\d{2}:\d{2})$/u.test(text) ? text : JSON.stringify(text)}`];
}
