/**
 * The one Eleventy template: it paginates over the outputs of a plan, so that time grows with their number only.
 * A template a file would cost quadratic time, and would let the text of an article run as code.
 *
 * It renders a number, not a page. Eleventy keeps what templates render until the whole build ends; the transform in
 * `render-outputs.ts` turns the number into bytes outside the JavaScript heap.
 */
import type { Output } from '../../plan/blocks.ts';

interface TemplateData {
  readonly output: Output;
  readonly pagination: { readonly pageNumber: number };
}

export const data = {
  pagination: { data: 'outputs', size: 1, alias: 'output' },
  eleventyExcludeFromCollections: true,
  permalink: ({ output }: TemplateData): string => `/${output.file}`,
};

export function render({ pagination }: TemplateData): string {
  return String(pagination.pageNumber);
}
