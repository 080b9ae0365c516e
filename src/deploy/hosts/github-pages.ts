/** GitHub Pages: it sends no headers of ours, so each page carries its policy itself, and old addresses lead on by their pages. */
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';

export function renderGithubPages({ moves, gone }: SiteFacts): Preset {
  return {
    files: [{ place: 'site', name: '.nojekyll', text: '' }],
    notes: [
      'The workflow in .github/workflows/pages.yml builds and publishes with each push: choose “GitHub Actions” as the source in the settings of Pages.',
      'GitHub Pages sends no headers of its own choosing: the policy of what a page may load stands in each page; framing by other sites cannot be forbidden.',
      ...(moves.length === 0 ? [] : ['It cannot redirect either: the pages at old addresses lead on.']),
      ...(gone.length === 0 ? [] : ['It cannot answer with status 410; the pages of withdrawn articles say themselves what happened.']),
    ],
  };
}
