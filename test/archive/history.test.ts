/** The record of changes: what it tells apart, and what the pages make of it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article/article.ts';
import { buildArchive } from '../../src/archive/archive.ts';
import { buildHistory, findChanges, formatChange, parseHistory, type RecordedChange } from '../../src/archive/history.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { articleOf, settingsOf } from './articles.ts';

function read(text: string): readonly RecordedChange[] {
  const { changes, problems } = parseHistory(text);
  assert.deepEqual(problems, []);
  return changes;
}

function archiveOf(...articles: readonly Article[]) {
  return buildArchive(articles, settingsOf());
}

function articleWith(id: string, body: string, more: Readonly<Record<string, unknown>> = {}): Article {
  const { article } = parseArticle(`${id}.md`, new TextEncoder().encode(`---\n${JSON.stringify({ id, title: 'عنوان', date: '2021-05-04', ...more })}\n---\n${body}`));
  assert.ok(article);
  return article;
}

const said = (changes: readonly RecordedChange[]): readonly string[] => changes.map(({ date, change, id }) => `${date} ${change} ${id}`);

test('a record tells added, edited, explained, removed and returned articles apart, and nothing twice', () => {
  const first = findChanges([], archiveOf(articleWith('news-b', 'ب'), articleWith('news-a', 'أ')), '2026-01-01');
  assert.deepEqual(said(first), ['2026-01-01 added news-a', '2026-01-01 added news-b']);
  assert.deepEqual(findChanges(first, archiveOf(articleWith('news-a', 'أ'), articleWith('news-b', 'ب')), '2026-01-02'), []);

  const corrected = articleWith('news-b', 'ج', { corrections: [{ date: '2026-01-03', text: 'صُحّح الاسم.' }] });
  const second = findChanges(first, archiveOf(articleWith('news-a', 'أ آخر'), corrected, articleWith('news-c', 'ج')), '2026-01-03');
  assert.deepEqual(said(second), ['2026-01-03 edited news-a', '2026-01-03 explained news-b', '2026-01-03 added news-c']);

  const third = findChanges([...first, ...second], archiveOf(articleWith('news-a', 'أ آخر'), corrected), '2026-01-04');
  assert.deepEqual(said(third), ['2026-01-04 removed news-c']);
  const fourth = findChanges([...first, ...second, ...third], archiveOf(articleWith('news-a', 'أ آخر'), corrected, articleWith('news-c', 'ج')), '2026-01-05');
  assert.deepEqual(said(fourth), ['2026-01-05 added news-c']);
});

test('a note of an earlier time does not explain a later edit', () => {
  const old = { corrections: [{ date: '2022-01-01', text: 'قديم' }] };
  const first = findChanges([], archiveOf(articleWith('news-a', 'أ', old)), '2026-01-01');
  assert.deepEqual(said(findChanges(first, archiveOf(articleWith('news-a', 'ب', old)), '2026-01-02')), ['2026-01-02 edited news-a']);
});

test('what is written is read again', () => {
  fc.assert(fc.property(fc.array(fc.record({ date: fc.constantFrom('2026-01-01', '2026-02-03'), change: fc.constantFrom('added', 'edited', 'explained', 'removed'), id: fc.constantFrom('news-a', 'k7m2p9qd'), digest: fc.constantFrom('0123456789abcdef', '-') }, { noNullPrototype: true })), (rows) => {
    const changes = [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) as readonly unknown[] as readonly RecordedChange[];
    assert.deepEqual(read(changes.map(formatChange).join('')), changes);
  }));
});

test('lines that are none are problems of their line, and the good ones stay', () => {
  const { changes, problems } = parseHistory('2026-01-02\tadded\tnews-a\t0123456789abcdef\n2026-02-30\tadded\tnews-b\t0123456789abcdef\nيوم\n2026-01-01\tadded\tnews-c\t0123456789abcdef\n');
  assert.deepEqual(changes.map(({ id }) => id), ['news-a']);
  assert.deepEqual(problems.map(({ line, severity }) => [line, severity]), [[2, 'error'], [3, 'error'], [4, 'error']]);
});

test('days come newest first, with the notes of articles among them; the first day is where the record began', () => {
  const archive = archiveOf(articleOf({ id: 'news-a', date: '2020' }), articleOf({ id: 'taken-back', date: '2020', withdrawn: true }), articleWith('news-c', 'ج', { corrections: [{ date: '2025-03-01T10:00:00+03:00', text: 'صُحّح' }] }));
  const recorded = read('2025-03-01\tadded\tnews-a\t0123456789abcdef\n2025-03-02\tadded\tnews-c\t0123456789abcdef\n2025-03-03\texplained\tnews-c\t1123456789abcdef\n');
  const days = buildHistory(archive, recorded);
  assert.deepEqual(days.map(({ key, began, added, corrected, withdrawn }) => [key, began, added.length, corrected.length, withdrawn.length]), [
    ['2025-03-02', false, 1, 0, 0],
    ['2025-03-01', true, 1, 1, 0],
    ['2024', false, 0, 0, 1],
  ]);
});
