/** The page of the reading list: what is on it, taking it off, and its files. */
import type { DigitShape } from '../arabic/digits.ts';
import { formatCount, nouns } from '../arabic/plural.ts';
import { readingListText } from '../arabic/strings.ts';
import type { MonthNames } from '../calendar/months.ts';
import { download } from './download.ts';
import { button, element, elementById, isolated } from './elements.ts';
import { loadList, removeItem, saveList, type ListItem } from './reading-list.ts';
import { formatListCsv, formatListText, joinReferences, loadReferences, REFERENCE_FORMS, type ReferenceForm } from './reading-list-files.ts';
import { dateName } from './date-name.ts';

const root = elementById('reading-list');
const style = { digits: (root.dataset['digits'] ?? 'western') as DigitShape, months: (root.dataset['months'] ?? 'gulf') as MonthNames };
const status = element('p', { class: 'status', role: 'status' });
const content = element('div');
root.append(status, content);

const { fields } = readingListText;
const addressOf = ({ path, address }: ListItem): string => address ?? new URL(path, location.href).href;

function show(): void {
  const items = loadList();
  status.textContent = items.length === 0 ? readingListText.empty : formatCount(items.length, nouns.article, style.digits);
  content.replaceChildren(...(items.length === 0 ? [] : [element('ol', { class: 'kept-articles' }, ...items.map(row)), files()]));
}

function row(item: ListItem): HTMLElement {
  const link = element('a', { href: item.path, ...(item.language === 'ar' ? {} : { lang: item.language, dir: 'auto' }) }, ...isolated(item.title));
  const meta = [dateName(item.date, style), item.source].filter((text) => text !== '').map((text) => element('span', {}, ...isolated(text)));
  const remove = button(readingListText.remove, () => {
    keep(removeItem(loadList(), item.path));
  }, { class: 'act', 'aria-label': `${readingListText.remove}${readingListText.about(item.title)}` });
  return element('li', {}, element('h2', {}, link), element('p', { class: 'meta' }, ...meta), remove);
}

/** The button that was pressed is gone afterwards: the line that says how many are left takes the focus. */
function keep(items: readonly ListItem[]): void {
  const kept = saveList(items);
  show();
  if (!kept) status.textContent = readingListText.full;
  status.tabIndex = -1;
  status.focus();
}

function files(): HTMLElement {
  const headings = [fields.title, fields.date, fields.source, fields.address];
  const buttons = [
    ...(Object.keys(REFERENCE_FORMS) as ReferenceForm[]).map((form) => button(form, () => void downloadReferences(form), { class: 'act' })),
    button('CSV', () => { download('reading-list.csv', 'text/csv', formatListCsv(loadList(), headings, addressOf)); }, { class: 'act' }),
    button(readingListText.text, () => { download('reading-list.txt', 'text/plain', formatListText(loadList(), addressOf)); }, { class: 'act' }),
  ];
  const clear = button(readingListText.clear, () => {
    if (confirm(readingListText.clearSure)) keep([]);
  }, { class: 'act' });
  return element('section', { class: 'list-files' }, element('h2', {}, readingListText.export), element('p', { class: 'acts' }, ...buttons), element('p', {}, clear));
}

async function downloadReferences(form: ReferenceForm): Promise<void> {
  const loaded = await loadReferences(loadList(), form);
  const references = loaded.filter((text) => text !== undefined);
  const missing = loaded.length - references.length;
  if (missing > 0) status.textContent = readingListText.incomplete(formatCount(missing, nouns.article, style.digits, { oblique: true }));
  const [extension, type] = REFERENCE_FORMS[form];
  if (references.length > 0) download(`reading-list.${extension}`, type, joinReferences(form, references));
}

// The list may change in another window.
addEventListener('storage', show);
show();
