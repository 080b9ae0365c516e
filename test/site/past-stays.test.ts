/** The past does not change: one more article touches its own lists and neighbours, however large the archive is. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { buildOnce, SAMPLE } from '../support/build-once.ts';
import { compareTrees, digestFiles } from '../support/digest-tree.ts';
import { kindOf } from '../support/site-checks/page-kind.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-past-'));
after(() => {
  rmSync(room, { recursive: true, force: true });
});

/** Kind of page, or what else a file is. */
function kindOfFile(path: string): string {
  if (path.endsWith('.html')) return kindOf(path);
  const [, kind = path] = [/^(pagefind)\//u, /^(data|api)\//u, /\/article\.(json|txt|md)$/u, /(feed)\.(?:xml|json)$/u, /^(sitemaps?)[/.]/u, /^(site)\.json$/u, /^(addresses)\.txt$/u, /^(manifest)-sha256\.txt$/u, /^offline\/(lists)[/.]/u].map((form) => form.exec(path)).find((match) => match !== null) ?? [];
  return kind;
}

function tally(paths: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const path of paths) counts[kindOfFile(path)] = (counts[kindOfFile(path)] ?? 0) + 1;
  return counts;
}

/** How many files of a kind may change. A new day is linked from the days before and after it, and so on for months and years. */
const MOST_CHANGED: Readonly<Record<string, number>> = {
  home: 1,
  about: 1,
  dates: 1,
  anniversary: 2,
  hijri: 1,
  year: 3,
  month: 3,
  // The days around, and those of its month, which carry its calendar.
  day: 33,
  hijriYear: 3,
  hijriMonth: 4,
  topicIndex: 6,
  topic: 8,
  // Each topic’s own year and the years around it.
  topicPeriod: 24,
  // The articles before and after, and a few newer ones that it is related to.
  article: 24,
  feed: 8,
  sitemap: 1,
  sitemaps: 2,
  site: 1,
  // The whole and the year as tables, lines and references; the package, the digests, the page.
  data: 10,
  // Counts, topics, the year and the month.
  api: 4,
  addresses: 1,
  manifest: 1,
  // What there is, what all share, the rest, the words and the search; the years of the pages above. The newest article changes six.
  lists: 14,
  pagefind: 12,
};

const NEW = { section: 'سياسة', tags: ['الأمم المتحدة', 'العراق'], source: 'الأمم المتحدة', author: 'القسم السياسي في ورّاق', people: ['جو بايدن'], places: ['مصر', 'جنيف'] };

for (const [where, date] of [['the newest of the archive', '2025-01-15'], ['one in the middle of it', '2017-06-15'], ['the oldest', '2009-03-02'], ['one on a day that has one', '2024-03-13']] as const) {
  test(`an article more, ${where}, changes a bounded set of files`, async (context) => {
    const articles = join(room, date);
    cpSync(SAMPLE.articles, articles, { recursive: true });
    const file = join(articles, date.slice(0, 4), date.slice(5, 7), 'added-article.md');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\nid: added-article\ntitle: مقال أضيف للاختبار\ndate: ${date}\nsection: ${NEW.section}\ntags: [${NEW.tags.join(', ')}]\nauthors: [${NEW.author}]\nsource: ${NEW.source}\npeople: [${NEW.people.join(', ')}]\nplaces: [${NEW.places.join(', ')}]\n---\n\nنص المقال المضاف.\n`);
    const change = compareTrees(digestFiles((await buildOnce(SAMPLE)).files), digestFiles((await buildOnce({ ...SAMPLE, articles })).files));

    const counts = tally(change.changed);
    context.diagnostic(`changed: ${JSON.stringify(counts)}, added: ${JSON.stringify(tally(change.added))}`);
    assert.deepEqual(Object.entries(counts).filter(([kind, count]) => count > (MOST_CHANGED[kind] ?? 0)), []);
    assert.deepEqual(change.removed.filter((path) => !path.startsWith('pagefind/')), [], 'no address is lost');
    assert.equal(change.added.filter((path) => kindOfFile(path) === 'article').length, 1);
    assert.ok(change.added.filter((path) => !path.startsWith('pagefind/')).length <= 36);
    assert.deepEqual([...change.changed, ...change.added].filter((path) => path.startsWith('assets/')), []);
  });
}
