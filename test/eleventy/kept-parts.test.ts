/** Pages share parts that were made for another page, and articles what was made of them in another list: each must be as if it were the only page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assets } from '../../_includes/context.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { buildArchive } from '../../src/archive/archive.ts';
import { parseSettings } from '../../src/archive/settings.ts';
import { createRenderer } from '../../src/eleventy/create-renderer.ts';
import { buildPlan, listOutputs } from '../../src/plan/plan.ts';
import { buildSite, type Site } from '../../src/site/site.ts';
import { createDice, randomArticle } from '../support/random-archive.ts';

const ASSETS: Assets = { style: '/s.css', readingStyle: '/g.css', datesStyle: '/d.css', searchStyle: '/q.css', homeScript: '/h.js', articleScript: '/a.js', firstScript: 'first()', readerScript: '/r.js', offlineScript: '/o.js', toolsStyle: '/t.css', wordsScript: '/w.js', readingListScript: '/l.js', searchScript: '/q.js', searchWorker: '/w.js', pageScript: '/p.js', icon: '/i.svg', preload: ['/f.woff2'] };

for (const language of ['ar', 'en']) {
  test(`every page is the same after all others as alone, in ${language}`, () => {
    const { settings, problems } = parseSettings(new Map([['site.yaml', `language: ${language}\nlanguages:\n  ar: https://example.org/\n  en: https://example.org/en/\n`]]));
    assert.deepEqual(problems, []);
    const dice = createDice(20_260_101);
    const files = Array.from({ length: 40 }, (_, at) => new TextEncoder().encode(randomArticle(dice, `article-${String(at)}`)));
    const openSite = (): Site => buildSite(buildArchive(files.flatMap((bytes, at) => parseArticle(`a${String(at)}.md`, bytes).article ?? []), settings), settings, { origin: 'https://example.org', base: '/some/' });
    const site = openSite();
    const render = createRenderer(site, ASSETS);
    // Days of any year differ in their day alone.
    const outputs = listOutputs(buildPlan(site)).filter((output) => !('page' in output) || output.page.kind !== 'anniversary');
    const together = new Map(outputs.map((output) => [output.file, render(output)]));
    for (const output of outputs.filter((_, at) => at % 7 === 0 || at < 30)) {
      const alone = openSite();
      const own = listOutputs(buildPlan(alone)).find(({ file }) => file === output.file);
      assert.ok(own !== undefined);
      assert.equal(together.get(output.file), createRenderer(alone, ASSETS)(own), output.file);
    }
    // Backwards too: each part is made for another page first.
    const again = createRenderer(openSite(), ASSETS);
    for (const output of outputs.toReversed()) assert.equal(again(output), together.get(output.file), output.file);
  });
}
