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
import { buildPlan, listOutputs } from '../../src/plan/plan.ts';
import { buildSite } from '../../src/site/site.ts';
import { createDice, FIELD_MAKERS, randomArticle } from '../support/random-archive.ts';

const ROUNDS = Number(process.env['WARRAQ_ROUNDS'] ?? 40);
const ASSETS = { style: '/s.css', readingStyle: '', datesStyle: '', searchStyle: '/q.css', homeScript: '/h.js', articleScript: '/a.js', firstScript: '', readerScript: '/r.js', offlineScript: '', toolsStyle: '', wordsScript: '', readingListScript: '', searchScript: '/q.js', searchWorker: '/w.js', pageScript: '/p.js', icon: '/i.svg', preload: [] };

interface Made {
  readonly key: string;
  readonly text: string;
}

interface MadeSite {
  readonly files: ReadonlyMap<string, Made>;
  /** The files of each block with their keys. */
  readonly blocks: ReadonlyMap<string, { readonly key: string | undefined; readonly outputs: readonly string[] }>;
}

function makeAll(files: ReadonlyMap<string, string>, settingsFiles: ReadonlyMap<string, string>): MadeSite {
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
  const keys = createKeys(site, digests, { code: 'code', assets: 'assets', pictures: 'pictures' });
  const render = createRenderer(site, ASSETS);
  const { blocks } = buildPlan(site);
  return {
    files: new Map(listOutputs({ blocks }).map((output) => [output.file, { key: keys.ofOutput(output), text: render(output) }])),
    blocks: new Map(blocks.map((block) => [block.name, { key: keys.ofBlock(block), outputs: block.outputs().map((output) => `${output.file} ${keys.ofOutput(output)}`) }])),
  };
}

test('every field of an article is tried', () => {
  assert.deepEqual(Object.keys(FIELD_MAKERS).sort(), [...FIELD_NAMES].sort(), 'a new field needs a maker in test/support/random-archive.ts');
});

test(`no file and no block changes under a key that does not, in ${String(ROUNDS)} random changes`, (context) => {
  const seed = Number(process.env['WARRAQ_SEED'] ?? 20_240_501);
  context.diagnostic(`WARRAQ_SEED=${String(seed)}`);
  const dice = createDice(seed);
  const files = new Map(Array.from({ length: 30 }, (_, at): [string, string] => [`a${String(at)}.md`, randomArticle(dice, `article-${String(at)}`)]));
  const settings = new Map<string, string>();
  let before = makeAll(files, settings);
  let kept = 0;
  let keptBlocks = 0;
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
    for (const [name, { key, outputs }] of after.blocks) {
      const old = before.blocks.get(name);
      if (key === undefined || old?.key !== key) continue;
      keptBlocks += 1;
      assert.deepEqual(outputs, old.outputs, `round ${String(round)}: block ${name} changed under its key`);
    }
    for (const [file, { key, text }] of after.files) {
      const old = before.files.get(file);
      if (old?.key !== key) continue;
      kept += 1;
      assert.equal(text, old.text, `round ${String(round)}: ${file} changed under its key`);
    }
    before = after;
  }
  context.diagnostic(`${String(kept)} files and ${String(keptBlocks)} blocks kept their key`);
  assert.ok(keptBlocks > ROUNDS, 'keys of blocks that always change prove nothing');
  assert.ok(kept > ROUNDS * 20, 'keys that always change prove nothing');
});
