/** What a script adds to an article: copying a reference, quoting a passage with its reference, linking to a passage. */
import { nestGuillemets } from '../arabic/quotes.ts';
import { citeText, readerText } from '../arabic/strings.ts';
import { quoteOf, readPassage, type Passage } from './page-text.ts';
import { textFragment } from './text-fragment.ts';

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/** A button that copies what `text` gives, and says whether it could. */
function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'act';
  button.textContent = label;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text()).then(
      () => citeText.copied,
      () => citeText.copyFailed,
    ).then((said) => {
      button.textContent = said;
      announce(said);
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
  return button;
}

const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');

/** Says it to those who do not see the button. */
function announce(text: string): void {
  status.textContent = text;
}

const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
const references = [...document.querySelectorAll('.citation')];
const box = document.querySelector('.cite-box');
if (box !== null) {
  for (const reference of references) {
    const term = reference.previousElementSibling;
    const button = copyButton(citeText.copy, () => textOf(reference));
    button.setAttribute('aria-label', `${citeText.copy}: ${textOf(term)}`);
    term?.append(button);
  }
  box.append(copyButton(citeText.copyAddress, () => address), status);
  if ('share' in navigator) {
    const share = document.createElement('button');
    share.type = 'button';
    share.className = 'act';
    share.textContent = readerText.share;
    share.addEventListener('click', () => {
      // The reader may close the sheet again.
      navigator.share({ title: document.querySelector('h1')?.textContent ?? document.title, url: address }).catch(() => undefined);
    });
    box.append(' ', share);
  }
}

/** Between the bar and what is above or below it, in pixels. */
const BAR_DISTANCE = 8;

const body = document.querySelector<HTMLElement>('.body');
const bar = document.createElement('div');
bar.className = 'quote-bar';
bar.setAttribute('role', 'group');
bar.setAttribute('aria-label', citeText.selection);
bar.hidden = true;

/** What is selected within the text of the article. A selection of the last paragraph by three clicks ends beyond the text. */
function selected(text: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return undefined;
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  return range.toString().trim() === '' ? undefined : range;
}

if (body !== null) {
  let chosen: Range | undefined;
  const copyOf = (write: (passage: Passage) => string) => (): string => {
    const passage = chosen && readPassage(chosen);
    return passage === undefined ? '' : write(passage);
  };
  bar.append(
    copyButton(citeText.copyQuote, copyOf((passage) => `«${nestGuillemets(quoteOf(passage))}»\n${textOf(references[0] ?? null)}`)),
    copyButton(citeText.copyPassage, copyOf((passage) => `${address}#${textFragment(passage)}`)),
  );
  body.after(bar);
  // The bar stands after the text in the order of the page, so that the keyboard reaches it from a selection made with it.
  document.addEventListener('selectionchange', () => {
    const range = selected(body);
    if (range === undefined) {
      bar.hidden = !bar.contains(document.activeElement);
      return;
    }
    chosen = range;
    bar.hidden = false;
    // Below the selection; where that ends beyond the screen, at the edge of it.
    const place = Math.min(range.getBoundingClientRect().bottom, innerHeight - bar.offsetHeight - 2 * BAR_DISTANCE);
    bar.style.insetBlockStart = `${String(place + scrollY + BAR_DISTANCE)}px`;
  });
}

/** How far the text has been read, as a line at the top; only where it goes on below the screen. */
function showProgress(text: HTMLElement): void {
  const line = document.createElement('div');
  line.className = 'progress';
  line.setAttribute('aria-hidden', 'true');
  let waiting = false;
  const draw = (): void => {
    waiting = false;
    const { top, height } = text.getBoundingClientRect();
    const far = height - innerHeight;
    line.hidden = far < innerHeight / 2;
    line.style.transform = `scaleX(${String(Math.min(1, Math.max(0, -top / Math.max(1, far))))})`;
  };
  const wait = (): void => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  document.body.append(line);
  addEventListener('scroll', wait, { passive: true });
  addEventListener('resize', wait);
  draw();
}
if (body !== null) showProgress(body);
