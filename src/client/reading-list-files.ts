/** The reading list as files. References are taken from the pages of the articles, which have them ready. */
import { nestGuillemets } from '../arabic/quotes.ts';
import { csvCell } from './word-series.ts';
import type { ListItem } from './reading-list.ts';

export const REFERENCE_FORMS = { RIS: ['ris', 'application/x-research-info-systems'], BibTeX: ['bib', 'application/x-bibtex'], 'CSL-JSON': ['csl.json', 'application/vnd.citationstyles.csl+json'] } as const;
export type ReferenceForm = keyof typeof REFERENCE_FORMS;

export function formatListCsv(items: readonly ListItem[], headings: readonly string[], addressOf: (item: ListItem) => string): string {
  const rows = [headings, ...items.map((item) => [item.title, item.date, item.source, addressOf(item)])];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A paragraph an article; the address on a line of its own keeps its direction. */
export function formatListText(items: readonly ListItem[], addressOf: (item: ListItem) => string): string {
  return items.map((item) => `${[`«${nestGuillemets(item.title)}»`, item.source, item.date].filter((part) => part !== '').join('، ')}\n${addressOf(item)}\n`).join('\n');
}

/** Joins the references of single articles into one file. */
export function joinReferences(form: ReferenceForm, references: readonly string[]): string {
  if (form !== 'CSL-JSON') return references.map((text) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
  return `${JSON.stringify(references.flatMap((text) => JSON.parse(text) as unknown[]), null, 1)}\n`;
}

/** The text of a `data:` address in base 64. */
export function readDataAddress(address: string): string | undefined {
  const [, encoded] = /^data:[^,]*;base64,(.*)$/u.exec(address) ?? [];
  return encoded === undefined ? undefined : new TextDecoder().decode(Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0)));
}

/** Pages asked for at once. */
const AT_ONCE = 6;

/** The references of all articles in their order; undefined for one whose page did not come. */
export async function loadReferences(items: readonly ListItem[], form: ReferenceForm): Promise<readonly (string | undefined)[]> {
  const [extension] = REFERENCE_FORMS[form];
  const loaded: (string | undefined)[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    loaded.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(async ({ path }) => {
      const response = await fetch(path).catch(() => undefined);
      if (response?.ok !== true) return undefined;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const link = [...page.querySelectorAll('.cite-box a[download]')].find((candidate) => candidate.getAttribute('download')?.endsWith(`.${extension}`));
      return readDataAddress(link?.getAttribute('href') ?? '');
    }))));
  }
  return loaded;
}
