/** Pictures of articles: sizes and forms in the page and feed, in a pack, when they are not there, and when they are none. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { loadArchive } from '../../src/build/load-archive.ts';
import { packPage } from '../../src/offline/relative-page.ts';
import { scaledWidths } from '../../src/site/pictures.ts';
import { buildOnce, PROJECT } from '../support/build-once.ts';
import type { BuiltSite } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-pictures-'));
const sources = { articles: join(room, 'articles'), data: join(room, '_data') };
const article = (id: string, head: string, body: string): string => `---\nid: ${id}\ntitle: خبر ${id}\ndate: 2021-05-04\n${head}---\n\n${body}\n`;

after(() => {
  rmSync(room, { recursive: true, force: true });
});

before(async () => {
  mkdirSync(join(sources.articles, 'media/2021'), { recursive: true });
  mkdirSync(sources.data);
  const picture = sharp({ create: { width: 1000, height: 500, channels: 3, background: '#336699' } });
  await picture.clone().jpeg().withExif({ IFD0: { Artist: 'Nobody' } }).toFile(join(sources.articles, 'media/2021/صورة.jpg'));
  // As a camera writes it that was held upright.
  await picture.clone().jpeg().withMetadata({ orientation: 6 }).toFile(join(sources.articles, 'media/2021/upright.jpg'));
  await sharp({ create: { width: 20, height: 10, channels: 3, background: '#336699' } }).png().toFile(join(sources.articles, 'media/small.png'));
  writeFileSync(join(sources.articles, 'media/no-picture.jpg'), 'no picture');
  writeFileSync(join(sources.articles, 'shown.md'), article('shown', 'image:\n  src: /media/2021/صورة.jpg\n  alt: لون أزرق\n', 'نص\n\n![قائمة](/media/2021/upright.jpg)\n\n![صغيرة](/media/small.png)\n\n![ليست صورة](/media/no-picture.jpg)'));
});

describe('pictures', () => {
  let site: BuiltSite;
  before(async () => {
    site = await buildOnce(sources, '/news/');
  });
  const text = (path: string): string => site.files.get(path)?.toString('utf8') ?? '';
  const images = (html: string): readonly string[] => html.match(/<img [^>]*>/gu) ?? [];

  test('say their size and their forms; those in the text load when they are near', () => {
    const [first = '', upright = '', small = '', none = ''] = images(text('2021/05/04/shown/index.html'));
    assert.match(first, /width="1000" height="500" srcset="\/news\/media\/2021\/%D8%B5%D9%88%D8%B1%D8%A9\.[\w-]{8}-480\.webp 480w, \S+-960\.webp 960w, \S+-1000\.webp 1000w"/u);
    assert.doesNotMatch(first, /loading=/u, 'the first picture is on the first screen');
    assert.match(upright, /loading="lazy"/u);
    assert.match(upright, /width="500" height="1000"/u);
    assert.match(small, /width="20" height="10"/u);
    assert.doesNotMatch(small, /srcset/u);
    assert.doesNotMatch(none, /width|srcset/u);
    for (const image of [first, upright, small, none]) assert.match(image, /decoding="async"/u);
  });

  test('every form that a page names is there, in its width, without the notes of the camera', async () => {
    const forms = images(text('2021/05/04/shown/index.html')).flatMap((image) => [...image.matchAll(/(\S+\.webp) (\d+)w/gu)]).map(([, path = '', width]) => ({ path: decodeURI(path).replace('srcset="', ''), width: Number(width) }));
    assert.equal(forms.length, 5);
    for (const { path, width } of forms) {
      const bytes = site.files.get(path.slice('/news/'.length));
      assert.ok(bytes !== undefined, path);
      const facts = await sharp(bytes).metadata();
      assert.deepEqual([facts.width, facts.format, facts.exif], [width, 'webp', undefined]);
    }
  });

  test('a feed names them by full addresses', () => {
    assert.match(text('feed.xml'), /https:\/\/warraq\.example\/news\/media\/2021\/upright\.[\w-]{8}-480\.webp 480w/u);
  });

  test('a pack names those that it has', () => {
    const html = '<img src="/news/media/a.png" srcset="/news/media/a.1-480.webp 480w, /news/media/a.1-960.webp 960w">';
    assert.match(packPage(html, { base: '/news/', file: '2021/x/index.html', has: (file) => !file.includes('960') }), /srcset="\.\.\/\.\.\/media\/a\.1-480\.webp 480w"/u);
  });
});

test('a picture that is not there is reported with file and line, wherever it is named', async () => {
  process.chdir(PROJECT);
  const articles = join(room, 'lost');
  mkdirSync(articles);
  writeFileSync(join(articles, 'lost.md'), article('lost', 'image:\n  src: /media/none.jpg\n  alt: لا شيء\n', 'نص\n\n![لا شيء](/media/other.jpg)\n\n![خارج](/media/../../secret.png)'));
  const { problems } = await loadArchive({ articles, data: sources.data });
  assert.deepEqual(problems.filter(({ code }) => code === 'image-missing').map(({ line, field, got }) => [line, field, got]), [
    [1, 'image.src', '"/media/none.jpg"'],
    [12, 'body', '"/media/other.jpg"'],
    [14, 'body', '"/media/../../secret.png"'],
  ]);
});

test('pictures are never made larger than they are, and those that move or are small stay as they are', () => {
  const widths = (width: number, scalable = true): readonly number[] => scaledWidths({ digest: 'x', width, height: 100, scalable });
  assert.deepEqual([widths(300), widths(480), widths(700), widths(1440), widths(5000), widths(5000, false)], [[], [480], [480, 700], [480, 960, 1440], [480, 960, 1440], []]);
});
