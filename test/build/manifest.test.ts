/** The manifest: read as it was written, block by block; one that is damaged is as none. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { allEntries, createBlock, loadManifest, saveManifest, type Manifest } from '../../src/build/manifest.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-manifest-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const entry = (name: string) => ({ key: `key of ${name}`, digest: `digest of ${name}`, bytes: name.length });
const blockOf = (name: string, ...files: readonly string[]) => createBlock(name, `${name} key`, new Map(files.map((file) => [file, entry(file)])));
const manifest: Manifest = {
  inputs: 'i',
  programme: 'p',
  settings: 's',
  blocks: new Map([blockOf('year/2015', '2015/index.html', '2015/01/index.html'), blockOf('tags/أ"ب', 'tags/أ"ب/index.html'), blockOf('empty')].map((block) => [block.name, block])),
};
const plain = ({ blocks, ...head }: Manifest) => ({ ...head, blocks: [...blocks.values()].map(({ name, key, digest, files, bytes, entries }) => ({ name, key, digest, files, bytes, entries: [...entries] })) });

test('what is written is read, and what was read is written as it was', async () => {
  const [file, again] = [join(room, 'a.json'), join(room, 'b.json')];
  await saveManifest(file, manifest);
  const read = await loadManifest(file);
  assert.ok(read !== undefined);
  await saveManifest(again, read);
  assert.deepEqual(readFileSync(again), readFileSync(file));
  assert.deepEqual(plain(read), plain(manifest));
  assert.deepEqual([...allEntries(read).keys()], ['2015/index.html', '2015/01/index.html', 'tags/أ"ب/index.html']);
});

test('equal files have equal digests, other names or contents have others', () => {
  assert.equal(blockOf('x', 'a', 'b').digest, blockOf('y', 'a', 'b').digest);
  assert.notEqual(blockOf('x', 'a', 'b').digest, blockOf('x', 'a').digest);
});

test('one that was cut short, lacks a line or is of another format is none', async () => {
  const file = join(room, 'c.json');
  await saveManifest(file, manifest);
  const whole = readFileSync(file, 'utf8');
  const lines = whole.split('\n');
  for (const damaged of ['', '{}', whole.slice(0, -1), whole.slice(0, -20), [...lines.slice(0, 2), ...lines.slice(3)].join('\n'), whole.replace('"format":2', '"format":1'), whole.replace('["year/2015"', '["year/2015')]) {
    writeFileSync(file, damaged);
    assert.equal(await loadManifest(file), undefined, damaged.slice(0, 60));
  }
});
