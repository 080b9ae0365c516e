/** Buttons that put an article on the reading list: in its own page and beside it in lists. */
import { readingListText } from '../arabic/strings.ts';
import { element } from './elements.ts';
import { addItem, loadList, removeItem, saveList, type ListItem } from './reading-list.ts';

function keepButton(item: ListItem, texts: { readonly add: string; readonly added: string }): HTMLButtonElement {
  const label = document.createTextNode('');
  const made = element('button', { type: 'button', class: 'keep' }, label, element('span', { class: 'visually-hidden' }, readingListText.about(item.title)));
  const say = (text?: string): void => {
    const kept = loadList().some(({ path }) => path === item.path);
    label.data = text ?? (kept ? texts.added : texts.add);
    made.classList.toggle('kept', kept);
  };
  made.addEventListener('click', () => {
    const list = loadList();
    const kept = list.some(({ path }) => path === item.path);
    say(saveList(kept ? removeItem(list, item.path) : addItem(list, item)) ? undefined : readingListText.full);
  });
  say();
  return made;
}

function known(address: string): Pick<ListItem, 'address'> {
  return address === '' ? {} : { address };
}

/** What a list says of an article stands in its span for reference managers. */
function itemOfCard(card: Element): ListItem | undefined {
  const link = card.querySelector<HTMLAnchorElement>('h2 a, h3 a');
  const said = new URLSearchParams(card.querySelector<HTMLElement>('.Z3988')?.title ?? '');
  if (link === null) return undefined;
  return { path: link.pathname, ...known(said.get('rft.identifier') ?? ''), title: link.textContent, date: said.get('rft.date') ?? '', source: said.get('rft.source') ?? '', language: said.get('rft.language') ?? 'ar' };
}

function metaContent(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

/** An article that was taken back has no such fields, and no button. */
function itemOfPage(): ListItem | undefined {
  const title = metaContent('DC.title');
  return title === '' ? undefined : { path: location.pathname, ...known(metaContent('DC.identifier')), title, date: metaContent('DC.date'), source: metaContent('DC.publisher'), language: metaContent('DC.language') };
}

export function addListButtons(): void {
  const own = itemOfPage();
  if (own !== undefined) document.querySelector('.article .byline')?.append(keepButton(own, { add: readingListText.add, added: readingListText.added }));
  for (const card of document.querySelectorAll('.card')) {
    const item = itemOfCard(card);
    if (item !== undefined) card.querySelector('.meta')?.append(keepButton(item, { add: readingListText.save, added: readingListText.saved }));
  }
}
