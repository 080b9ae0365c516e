import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/languages/languages.ts';

/** Opens an address and waits until all is there: fonts, and on the search page the answer. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { pathname, searchParams } = new URL(address);
  if (!searchParams.has('q')) return;
  if (pathname.endsWith('/words/')) await page.locator('#words-found:not([hidden]), #words-status button').first().waitFor();
  else await searchAnswered(page);
}

/** Waits until the search page has answered, and its results are all in. */
export async function searchAnswered(page: Page): Promise<void> {
  // Whatever language the page speaks.
  const all = Object.values(LANGUAGES).map(({ texts: { searchText, sentence } }) => ({ loading: searchText.loading, none: sentence.nothingFound('|').split('|')[0] ?? '', left: searchText.nothingLeft, failed: searchText.failed }));
  await page.waitForFunction(
    (texts) => {
      const status = document.querySelector('#search-status')?.textContent ?? '';
      return status !== '' && texts.every(({ loading }) => status !== loading) && (texts.some(({ none, left, failed }) => status.startsWith(none) || status === failed || status === left) || document.querySelector('#search-results li') !== null) && document.querySelector('#search[aria-busy]') === null;
    },
    all,
  );
}
