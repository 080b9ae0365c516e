/** What every page has: the key that leads to the search, and the call for the marks where an address asks for them. */
import { afterPaint } from './after-paint.ts';
import { readHits } from './hits-fragment.ts';

/** On an Arabic keyboard the key of the slash writes another letter. */
function isSlash({ key, code }: KeyboardEvent): boolean {
  return key === '/' || (code === 'Slash' && key === 'ظ');
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/iu.test(target.tagName));
}

document.addEventListener('keydown', (event) => {
  if (!isSlash(event) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
  event.preventDefault();
  const box = [...document.querySelectorAll<HTMLInputElement>('input[type=search]')].find((input) => input.getClientRects().length > 0);
  const page = document.querySelector<HTMLScriptElement>('script[data-search]')?.dataset['search'];
  if (box !== undefined) {
    box.focus();
    box.select();
  } else if (page !== undefined) location.assign(page);
});

const forms = readHits(location.hash);
if (forms.size > 0 && document.querySelector('.article') !== null) {
  void import('./mark-article.ts').then(({ markArticle }) => {
    markArticle(forms);
  });
}

if (document.querySelector('.card, .article') !== null) {
  afterPaint(() => void import('./reading-list-buttons.ts').then(({ addListButtons }) => {
    addListButtons();
  }));
}

const worker = document.querySelector<HTMLScriptElement>('script[data-search]')?.dataset['worker'];
// A pack that was opened from a disk has no use for it.
if (worker !== undefined && location.protocol.startsWith('http')) {
  const register = (): void => {
    void import('./offline/register-worker.ts').then(({ registerWorker }) => registerWorker(new URL(worker, location.href).href));
  };
  // After the page and its fonts, which the reader waits for.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
