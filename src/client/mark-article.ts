/** Marks in an article what a search found in it, leads from one mark to the next, and takes the marks away again. */
import { markText } from '../arabic/strings.ts';
import { readTokens } from '../search/tokens.ts';
import { button, element } from './elements.ts';

/** What a search reads of an article, as it stands on its page. */
const TEXTS = '.article > header :is(.kicker, h1, .subtitle), .article > .body';

/** @param forms normal forms of the words to mark */
export function markArticle(forms: ReadonlySet<string>): void {
  const marks = [...document.querySelectorAll(TEXTS)].flatMap((part) => markHits(part, forms));
  if (marks.length > 0) addBar(marks);
}

/** @returns the marks, in the order of the page. Text nodes only: a word that is cut by an element is not marked. */
export function markHits(part: Element, forms: ReadonlySet<string>): readonly HTMLElement[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes.flatMap((node) => markNode(node, forms));
}

/** White space, and the word of a token without the punctuation round it. */
const TOKEN = /[^\s\uFEFF]+/gu;
const WORD = /^[^\p{L}\p{M}\p{N}]*([\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?)/su;

function markNode(node: Text, forms: ReadonlySet<string>): readonly HTMLElement[] {
  const marks: HTMLElement[] = [];
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { 0: token, index } of node.data.matchAll(TOKEN)) {
    const hit = readTokens(token).some(({ words }) => words.some(({ form }) => forms.has(form)));
    const [whole = '', word = ''] = (hit ? WORD.exec(token) : null) ?? [];
    if (word === '') continue;
    const start = index + whole.length - word.length;
    const mark = element('mark', { class: 'hit' }, word);
    parts.push(node.data.slice(end, start), mark);
    marks.push(mark);
    end = start + word.length;
  }
  if (marks.length > 0) node.replaceWith(...parts, node.data.slice(end));
  return marks;
}

function addBar(marks: readonly HTMLElement[]): void {
  // The page's own numbers tell which digits it writes.
  const digits = /[\u0660-\u0669]/u.test(document.querySelector('.article time')?.textContent ?? '') ? 'arabic' : 'western';
  const status = element('p', { role: 'status' });
  let current = -1;
  const go = (to: number): void => {
    marks[current]?.removeAttribute('aria-current');
    current = (to + marks.length) % marks.length;
    const mark = marks[current];
    mark?.setAttribute('aria-current', 'true');
    mark?.scrollIntoView({ block: 'center' });
    status.textContent = markText.place(current + 1, marks.length, digits);
  };
  const remove = (): void => {
    for (const mark of marks) {
      const { parentNode } = mark;
      mark.replaceWith(...mark.childNodes);
      parentNode?.normalize();
    }
    bar.remove();
    history.replaceState(history.state, '', location.pathname + location.search);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  const bar = element(
    'div',
    { class: 'hits-bar', role: 'region', 'aria-label': markText.label },
    status,
    button(markText.previous, () => { go(current - 1); }),
    button(markText.next, () => { go(current + 1); }),
    button(markText.remove, remove),
  );
  document.body.append(bar);
  go(0);
}
