import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseState, renderState, NO_STATE, type DeployState } from '../../src/deploy/deploy-state.ts';
import { planDeploy } from '../../src/deploy/plan-deploy.ts';

const digest = (text: string): string => text.repeat(64).slice(0, 64);
const path = fc.constantFrom('index.html', '2021/index.html', 'feed.xml', 'sitemap.xml', 'assets/a-1.css', 'assets/a-2.css', 'pagefind/manifest.wq', 'pagefind/2021/pagefind.js', 'pagefind/2021/index/x.pf_index', 'media/a.jpg', 'addresses.txt', 'sw.js', 'manifest-sha256.txt');
const sums = fc.dictionary(path, fc.constantFrom('a', 'b').map(digest)).map((files) => new Map(Object.entries(files)));
const state = fc.tuple(sums, fc.uniqueArray(path)).map(([files, stale]): DeployState => ({ files, stale: new Set(stale.filter((name) => files.has(name))) }));

test('what differs is sent once, what is the same never, and what is gone stays or goes', () => {
  fc.assert(
    fc.property(sums, state, fc.boolean(), (local, there, remove) => {
      const plan = planDeploy(local, there, remove);
      const sent = plan.groups.flatMap(({ paths }) => paths);
      assert.deepEqual([...sent].sort(), [...local].filter(([name, sum]) => there.files.get(name) !== sum).map(([name]) => name).sort());
      assert.equal(plan.unchanged + sent.length, local.size);
      assert.deepEqual([...plan.remove, ...plan.keep].sort(), [...there.files.keys()].filter((name) => !local.has(name)).sort());
      if (!remove) assert.deepEqual(plan.remove, []);
    }),
  );
});

test('what a page asks for is sent before the page, and what names parts after the parts', () => {
  const local = new Map(['sw.js', 'offline/lists.json', 'offline/lists/year-2021.json', 'manifest-sha256.txt', 'addresses.txt', 'feed.xml', 'index.html', '2021/new/index.html', 'pagefind/manifest.wq', 'pagefind/2021/pagefind.js', 'media/a.jpg', 'assets/a.css', 'pagefind/2021/index/x.pf_index'].map((name) => [name, digest('a')]));
  const plan = planDeploy(local, { files: new Map([['index.html', digest('b')]]), stale: new Set() }, false);
  const order = plan.groups.flatMap(({ paths }) => paths);
  for (const [before, after] of [['assets/a.css', '2021/new/index.html'], ['media/a.jpg', 'index.html'], ['2021/new/index.html', 'index.html'], ['pagefind/2021/pagefind.js', 'pagefind/manifest.wq'], ['pagefind/2021/index/x.pf_index', 'pagefind/manifest.wq'], ['index.html', 'feed.xml'], ['feed.xml', 'sw.js'], ['pagefind/manifest.wq', 'offline/lists.json'], ['index.html', 'offline/lists/year-2021.json']] as const) {
    assert.ok(order.indexOf(before) < order.indexOf(after), `${before} before ${after}: ${order.join(' ')}`);
  }
});

test('old styles stay for one deploy, old pages do not', () => {
  const first = planDeploy(new Map(), { files: new Map([['assets/a.css', digest('a')], ['a/index.html', digest('a')]]), stale: new Set() }, true);
  assert.deepEqual([first.remove, first.stale], [['a/index.html'], ['assets/a.css']]);
  const second = planDeploy(new Map(), { files: new Map([['assets/a.css', digest('a')]]), stale: new Set(first.stale) }, true);
  assert.deepEqual([second.remove, second.stale], [['assets/a.css'], []]);
});

test('a state that is written is read again', () => {
  fc.assert(
    fc.property(state, (each) => {
      const read = parseState(renderState(each));
      assert.deepEqual([...(read?.files ?? [])].sort(), [...each.files].sort());
      assert.deepEqual(read?.stale, new Set([...each.stale].sort()));
    }),
  );
  assert.deepEqual(parseState(renderState(NO_STATE)), NO_STATE);
});

for (const text of ['', 'null', '{"format":1,"files":{"../../etc/passwd":"' + digest('a') + '"},"stale":[]}', '{"format":1,"files":{"/etc/passwd":"' + digest('a') + '"},"stale":[]}', '{"format":1,"files":{"a":"x"},"stale":[]}']) {
  test(`a state that names what it should not is none: ${text.slice(0, 40)}`, () => {
    assert.equal(parseState(text), undefined);
  });
}
