/** An article that names as much as an article may: what its page repeats of each name is measured. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildOnce } from '../support/build-once.ts';
import { documentOf } from '../support/site-checks/built-site.ts';
import { weighArticles } from '../support/site-checks/check-weight.ts';
import { metaOf } from '../support/site-checks/html-tree.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-heavy-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const WORDS = 'الحكومة القاهرة المناخ الاقتصاد التعليم الصحة النفط المياه الزراعة التجارة الثقافة البيئة السياحة الصناعة الطاقة البرلمان الانتخابات المدينة الأسواق الجامعة'.split(' ');
const NAMES = 'محمد أحمد سلمى نورة خالد يوسف مريم إبراهيم فاطمة حسين علياء سامي ليلى طارق العبدالله المصري الحسيني الخطيب النجار الشريف'.split(' ');

/** Different names of two words. */
function names(from: readonly string[], many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => `${from[at % from.length] ?? ''} ${from[(at * 3 + 7 + Math.floor(at / from.length)) % from.length] ?? ''}`);
}

const list = (field: string, values: readonly string[]): string => `${field}: [${values.join(', ')}]\n`;

/** Bytes with styles, before compression. Each name stands where a reader, a citation program and a search engine look for it. */
const MOST_BYTES = 57_500;

test('an article of 400 words with 40 tags, 25 people, 15 places and 12 authors weighs at most 57.5 kB', async () => {
  const sources = { articles: join(room, 'articles'), data: join(room, 'data') };
  for (const folder of Object.values(sources)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(sources.data, 'site.yaml'), 'name: أرشيف\nurl: https://archive.example\n');
  const fields = [list('tags', names(WORDS, 40)), list('people', names(NAMES, 25)), list('places', names(WORDS, 15)), list('authors', names([...NAMES].reverse(), 12))].join('');
  const body = Array.from({ length: 8 }, (_, paragraph) => Array.from({ length: 50 }, (_each, at) => WORDS[(at * 7 + paragraph * 3) % WORDS.length]).join(' ')).join('.\n\n');
  for (const day of ['01', '02', '03', '04', '05', '06']) writeFileSync(join(sources.articles, `${day}.md`), `---\nid: heavy-${day}\ntitle: الطاقة والصناعة في صدارة اجتماع وزاري موسع بالعاصمة\ndate: 2015-07-${day}\nsource: جريدة الأخبار اليومية\nsection: اقتصاد\n${fields}---\n\n${body}.\n`);
  const site = await buildOnce(sources);
  const heaviest = weighArticles(site).at(-1);
  assert.ok((heaviest?.bytes ?? Infinity) <= MOST_BYTES, String(heaviest?.bytes));
  const page = documentOf(site, heaviest?.page ?? '');
  assert.deepEqual([metaOf(page, 'DC.subject').length, metaOf(page, 'article:tag').length, metaOf(page, 'citation_author').length], [40, 40, 12]);
});
