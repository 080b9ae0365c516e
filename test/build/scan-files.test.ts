/** What counts as changed: the content, whatever clocks and copies say. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unparsedFiles } from '../../src/build/load-articles.ts';
import { scanFiles, type Scan } from '../../src/build/scan-files.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-scan-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const MINUTE = 60_000;
const digestsOf = ({ files }: Scan): readonly string[] => files.map(({ name, digest }) => `${name} ${digest}`);

function folderOf(name: string): string {
  const folder = join(room, name);
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'one.md'), 'first');
  writeFileSync(join(folder, 'two.md'), 'second');
  writeFileSync(join(folder, 'notes.txt'), 'notes');
  writeFileSync(join(folder, 'media/one.png'), 'image');
  return folder;
}

test('a file is known by its content: size, times and inode may all be those of before', async () => {
  const folder = folderOf('same-times');
  const file = join(folder, 'one.md');
  const { mtime } = statSync(file);
  const first = await scanFiles(folder, undefined, Date.now());
  writeFileSync(file, 'FIRST');
  utimesSync(file, mtime, mtime);
  const second = await scanFiles(folder, first, Date.now());
  assert.notDeepEqual(digestsOf(second), digestsOf(first));
});

test('a fresh checkout with equal content has nothing to parse', async () => {
  const folder = folderOf('original');
  const first = await scanFiles(folder, undefined, Date.now());
  cpSync(folder, join(room, 'checkout'), { recursive: true });
  const second = await scanFiles(join(room, 'checkout'), first, Date.now() + 10 * MINUTE);
  assert.deepEqual(digestsOf(second), digestsOf(first));
  const known = new Map(first.files.map(({ name, digest }) => [name, { digest, problems: [] }]));
  assert.deepEqual(unparsedFiles(second, known), []);
});

test('files that are old enough are not read again, and a clock that was set back makes all be read', async () => {
  const folder = folderOf('clock');
  const now = Date.now();
  const seen = await scanFiles(folder, undefined, now + 10 * MINUTE);
  // A scan that remembers wrongly shows which files it did not read.
  const wrong: Scan = { ...seen, files: seen.files.map((file) => ({ ...file, digest: `remembered-${file.name}` })) };
  const trusting = await scanFiles(folder, wrong, now + 20 * MINUTE);
  assert.deepEqual(trusting.files.filter(({ digest }) => digest.startsWith('remembered-')).map(({ name }) => name), ['media/one.png', 'one.md', 'two.md']);
  const earlier = await scanFiles(folder, wrong, now + 5 * MINUTE);
  assert.deepEqual(digestsOf(earlier), digestsOf(seen));
});

test('a file that was changed shortly before the last scan is read again', async () => {
  const folder = folderOf('racy');
  const seen = await scanFiles(folder, undefined, Date.now());
  const wrong: Scan = { ...seen, files: seen.files.map((file) => ({ ...file, digest: `remembered-${file.name}` })) };
  assert.deepEqual(digestsOf(await scanFiles(folder, wrong, Date.now() + MINUTE)), digestsOf(seen));
});

test('links are seen and not followed, and hidden files are passed over', async () => {
  const folder = folderOf('links');
  symlinkSync('/etc/hostname', join(folder, 'link.md'));
  writeFileSync(join(folder, '.hidden.md'), 'x');
  const { files } = await scanFiles(folder, undefined, Date.now());
  assert.deepEqual(files.map(({ name, link, digest }) => [name, link, digest !== '']), [['link.md', true, false], ['media/one.png', false, true], ['notes.txt', false, false], ['one.md', false, true], ['two.md', false, true]]);
});
