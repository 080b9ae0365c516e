/** A key stands for the bytes of its file: where an archive changes and a key does not, the file must not change either. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRenderer } from '../../src/eleventy/create-renderer.ts';
import { FIELD_NAMES } from '../../src/article/schema.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Article, ArticleId } from '../../src/article/article.ts';
import { buildArchive } from '../../src/archive/archive.ts';
import { parseSettings } from '../../src/archive/settings.ts';
import { digestOf } from '../../src/plan/digest.ts';
import { createKeys } from '../../src/plan/page-keys.ts';
import { buildPlan } from '../../src/plan/plan.ts';
import { buildSite } from '../../src/site/site.ts';
import { createDice, FIELD_MAKERS, randomArticle } from '../support/random-archive.ts';

const ROUNDS = Number(process.env['WARRAQ_ROUNDS'] ?? 40);
const ASSETS = { style: '/s.css', searchStyle: '/q.css', homeScript: '/h.js', articleScript: '/a.js', firstScript: '', readerScript: '/r.js', offlineScript: '', toolsStyle: '', wordsScript: '', readingListScript: '', searchScript: '/q.js', searchWorker: '/w.js', pageScript: '/p.js', icon: '/i.svg', preload: [] };

interface Made {
  readonly key: string;
  readonly text: string;
}

function makeAll(files: ReadonlyMap<string, string>, settingsFiles: ReadonlyMap<string, string>): ReadonlyMap<string, Made> {
  const { settings, problems } = parseSettings(settingsFiles);
  assert.deepEqual(problems, []);
  const articles: Article[] = [];
  const digests = new Map<ArticleId, string>();
  for (const [name, text] of files) {
    const { article } = parseArticle(name, new TextEncoder().encode(text));
    assert.ok(article !== undefined, text);
    articles.push(article);
    digests.set(article.id, digestOf(text));
  }
  const site = buildSite(buildArchive(articles, settings), settings, { origin: 'https://example.org', base: '/' });
  const keyOf = createKeys(site, digests, { code: 'code', assets: 'assets', pictures: 'pictures' });
  const render = createRenderer(site, ASSETS);
  return new Map(buildPlan(site).outputs.map((output) => [output.file, { key: keyOf(output), text: render(output) }]));
}

test('every field of an article is tried', () => {
  assert.deepEqual(Object.keys(FIELD_MAKERS).sort(), [...FIELD_NAMES].sort(), 'a new field needs a maker in test/support/random-archive.ts');
});

test(`no file changes under a key that does not, in ${String(ROUNDS)} random changes`, (context) => {
  const seed = Number(process.env['WARRAQ_SEED'] ?? 20_240_501);
  context.diagnostic(`WARRAQ_SEED=${String(seed)}`);
  const dice = createDice(seed);
  const files = new Map(Array.from({ length: 30 }, (_, at): [string, string] => [`a${String(at)}.md`, randomArticle(dice, `article-${String(at)}`)]));
  const settings = new Map<string, string>();
  let before = makeAll(files, settings);
  let kept = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const names = [...files.keys()];
    const name = names[dice(names.length)] ?? '';
    const deed = dice(12);
    if (deed < 2) files.set(`b${String(round)}.md`, randomArticle(dice, `article-b${String(round)}`));
    else if (deed === 2) files.delete(name);
    else if (deed === 3) settings.set('tags.yaml', `أحمد:\n  aliases: [النيل]\n  description: وصف ${String(dice(5))}\nالعلوم:\n  slug: x${String(dice(3))}\n`);
    else if (deed === 4) settings.set('site.yaml', `name: أرشيف ${String(dice(3))}\n`);
    else if (deed === 5) settings.set('people.yaml', `أحمد:\n  wikidata: Q${String(1 + dice(3))}\n  viaf: "${String(1 + dice(3))}"\n  type: ${['person', 'organization'][dice(2)] ?? ''}\n`);
    else if (deed === 6) settings.set('sources.yaml', `Reuters:\n  rights: حقوق ${String(dice(3))}\n`);
    else if (deed === 7) settings.set('dossiers/story.md', `---\ntitle: ملف ${String(dice(3))}\nquery:\n  tags: [أحمد]\n---\n\nنص ${String(dice(3))}.\n\n@ article-${String(dice(9))}\n`);
    else if (deed === 8) settings.set('redirects.yaml', `/old/: /${['tags', 'sources', 'search'][dice(3)] ?? ''}/\n`);
    else files.set(name, randomArticle(dice, /"id":"([^"]+)"/u.exec(files.get(name) ?? '')?.[1] ?? ''));
    const after = makeAll(files, settings);
    for (const [file, { key, text }] of after) {
      const old = before.get(file);
      if (old?.key !== key) continue;
      kept += 1;
      assert.equal(text, old.text, `round ${String(round)}: ${file} changed under its key`);
    }
    before = after;
  }
  context.diagnostic(`${String(kept)} files kept their key`);
  assert.ok(kept > ROUNDS * 20, 'keys that always change prove nothing');
});
