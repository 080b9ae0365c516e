/** Cloudflare Pages: files in the site. */
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';
import { redirectLines, renderHeaders } from './header-files.ts';

/** Lines of `_redirects` that Cloudflare reads; the pages at old addresses serve the rest. */
export const REDIRECT_LINES = 2000;

export function renderCloudflare(facts: SiteFacts): Preset {
  const lines = redirectLines(facts, '');
  return {
    files: [
      { place: 'site', name: '_headers', text: renderHeaders(facts, true) },
      { place: 'site', name: '_redirects', text: [...lines.slice(0, REDIRECT_LINES), ''].join('\n') },
    ],
    notes: [
      'The files _headers and _redirects are part of the site now: write them again after each build.',
      `Settings of the project: build command npm run build && npm run preset -- cloudflare, output folder _site, variable NODE_VERSION 20.`,
      ...(facts.gone.length === 0 ? [] : ['Cloudflare Pages cannot answer with status 410; the pages of withdrawn articles say themselves what happened.']),
      ...(lines.length > REDIRECT_LINES ? [`Cloudflare reads ${String(REDIRECT_LINES)} redirects; the other ${String(lines.length - REDIRECT_LINES)} work through the pages at the old addresses.`] : []),
    ],
  };
}
