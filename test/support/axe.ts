/** What axe-core finds on a page as it stands. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Puts axe into the page; once after each load. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

export async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: { readonly run: (context: Document, options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
  });
  return found;
}
