/** A search result as elements. Text goes in as text, so nothing of an index can become markup. */
import { splitRuns } from '../arabic/bidi.ts';
import { buildExcerpt } from '../search/query/excerpt.ts';
import type { ResultData } from './engine.ts';

/** Tokens of an excerpt. */
const EXCERPT_LENGTH = 34;

/** @param words numbers of the tokens that hit */
export function renderResult({ url, raw_content: content, meta }: ResultData, words: readonly number[]): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'card';
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.append(...isolated(meta['title'] ?? url));
  heading.append(link);

  const summary = document.createElement('p');
  summary.className = 'summary';
  for (const { text, marked } of buildExcerpt(unescape(content), words, EXCERPT_LENGTH)) summary.append(...(marked ? [mark(text)] : isolated(text)));

  const details = document.createElement('p');
  details.className = 'meta';
  for (const value of [meta['date'], meta['hijri'], meta['section'], meta['source']]) {
    if (value === undefined) continue;
    const part = document.createElement('span');
    part.append(...isolated(value));
    details.append(part);
  }
  item.append(heading, summary, details);
  return item;
}

function isolated(text: string): readonly Node[] {
  return splitRuns(text).map((run) => {
    if (!run.foreign) return document.createTextNode(run.text);
    const element = document.createElement('bdi');
    element.textContent = run.text;
    return element;
  });
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.append(...isolated(text));
  return element;
}

/** Pagefind escapes the two characters when it loads a text. */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
