/** The search page as a test drives it. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { openPage, searchAnswered } from './open-page.ts';
import type { SampleSite } from './sample-site.ts';

/** A word that no article has. */
export const UNKNOWN = 'زقزقزق';

export interface Shown {
  readonly status: string;
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
  readonly marks: readonly string[];
}

/** What stands there when the answer has come. */
export async function shown(page: Page): Promise<Shown> {
  await searchAnswered(page);
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#search-results h2 a')];
    return {
      status: document.querySelector('#search-status')?.textContent ?? '',
      titles: links.map(({ textContent }) => textContent),
      addresses: links.map(({ origin, pathname }) => origin + pathname),
      marks: [...document.querySelectorAll('#search-results mark')].map(({ textContent }) => textContent),
    };
  });
}

/** Types into the box as a reader would and waits for the answer to just that. */
export async function type(page: Page, text: string): Promise<Shown> {
  await page.evaluate(() => document.querySelector('#search-status')?.replaceChildren());
  await page.locator('#search-input').fill(text);
  return shown(page);
}

/** Does something that asks anew, and waits for the answer. */
export async function answerTo(page: Page, act: () => Promise<unknown>): Promise<Shown> {
  await page.evaluate(() => document.querySelector('#search-status')?.replaceChildren());
  await act();
  return shown(page);
}

/** @param search the part of the address after the question mark, or a query */
export async function newSearch(context: BrowserContext, site: SampleSite, search: string | Readonly<Record<string, string>> = {}): Promise<Page> {
  const parameters = new URLSearchParams(typeof search === 'string' ? { q: search } : search).toString();
  const page = await context.newPage();
  await openPage(page, `${site.url}search/${parameters === '' ? '' : `?${parameters}`}`);
  return page;
}

/** What of a page's address says what is searched. */
export function parametersOf(page: Page): Readonly<Record<string, readonly string[]>> {
  const { searchParams } = new URL(page.url());
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}

/** Listens to what goes wrong on a page without being seen. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

export function assertSorted(values: readonly string[], how: 'ascending' | 'descending'): void {
  const sorted = values.toSorted();
  assert.deepEqual(values, how === 'ascending' ? sorted : sorted.reverse());
}
