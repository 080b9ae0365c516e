/** Asks the search page what a reader would, and takes down all that it shows. Runs in the page, whatever drives the browser. */

export interface ShownAnswer {
  readonly query: string;
  readonly status: string;
  readonly notes: string;
  /** Of each result what can be read, and the path of its page below the site. */
  readonly results: readonly (readonly [path: string, text: string, marks: string])[];
  /** Between the question and the answer. */
  readonly ms: number;
}

/** Serialised into the page: it may use nothing from outside, and no functions with names. */
export async function askInPage(queries: readonly string[]): Promise<readonly ShownAnswer[]> {
  const answers: ShownAnswer[] = [];
  const input = document.querySelector<HTMLInputElement>('#search-input');
  const status = document.querySelector('#search-status');
  const root = document.querySelector<HTMLElement>('#search');
  if (!input?.form || status === null || root === null) throw new Error('This is no search page');
  const base = new URL(root.dataset['base'] ?? '', location.href).pathname;
  for (const query of queries) {
    status.textContent = '';
    input.value = query;
    const asked = performance.now();
    input.form.requestSubmit();
    // Without results the page is done when it says so; the status comes with them.
    while (root.hasAttribute('aria-busy') || status.textContent === '') {
      if (performance.now() - asked > 60_000) throw new Error(`No answer to ${query} in a minute`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const ms = performance.now() - asked;
    // A query that found little may be answered with another afterwards.
    const few = document.querySelectorAll('#search-results li').length <= 3 || document.querySelector('#search-notes')?.textContent !== '';
    const answered = performance.now();
    while (few && document.querySelector('#search-notes .meant') === null && performance.now() - answered < 1000) await new Promise((resolve) => setTimeout(resolve, 10));
    answers.push({
      query,
      ms,
      status: status.textContent,
      notes: document.querySelector('#search-notes')?.textContent ?? '',
      results: [...document.querySelectorAll('#search-results li')].slice(0, 10).map((item) => [
        decodeURI((item.querySelector('a')?.pathname ?? '').slice(base.length)).replace(/index\.html$/u, ''),
        item.textContent,
        [...item.querySelectorAll('mark')].map(({ textContent }) => textContent).join('|'),
      ]),
    });
  }
  return answers;
}
