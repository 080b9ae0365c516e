/**
 * The one Eleventy template: it paginates over runs of pages, so that time grows with the number of pages only.
 * A template a file would cost quadratic time, and would let the text of an article run as code.
 *
 * It renders a number, not pages: Eleventy keeps what templates render until the whole build ends. The transform in
 * `render-outputs.ts` makes the pages of the run of that number, and writes each as soon as it is made.
 */

interface TemplateData {
  readonly pagination: { readonly pageNumber: number };
}

export const data = {
  pagination: { data: 'runs', size: 1, alias: 'run' },
  eleventyExcludeFromCollections: true,
  // The transform writes: Eleventy looks twice for each folder and asks for each file.
  permalink: false,
};

export function render({ pagination }: TemplateData): string {
  return String(pagination.pageNumber);
}
