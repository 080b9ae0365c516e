import assert from 'node:assert/strict';
import test from 'node:test';
import { buildTopics, topicKeys, type Topic } from '../../src/archive/topics.ts';
import type { TopicKind } from '../../src/archive/settings.ts';
import { articleOf, settingsOf } from './articles.ts';

function topicsOf(kind: TopicKind, names: readonly (readonly string[])[], files: Readonly<Record<string, string>> = {}): readonly Topic[] {
  const articles = names.map((own, index) => {
    const id = `topic-${String(index)}`;
    const date = '2020-01-01';
    if (kind === 'section') return articleOf({ id, date, section: own[0] });
    if (kind === 'source') return articleOf({ id, date, source: own[0] });
    return kind === 'tag' ? articleOf({ id, date, tags: own }) : articleOf({ id, date, authors: own });
  });
  return buildTopics(articles, settingsOf(files))[kind];
}

test('spellings of one name meet in one topic; all are kept, the most used first', () => {
  const topics = topicsOf('tag', [['مكتبه'], ['مكتبة'], ['مكتبة'], ['مَكتبة']]);
  assert.deepEqual(topics.map(({ spellings, articles }) => [spellings, articles.length]), [[['مكتبة', 'مكتبه', 'مَكتبة'], 4]]);
});

test('the spelling of the oldest article is shown and gives the address, so that newer articles move nothing', () => {
  // Articles come newest first.
  const before = topicsOf('tag', [['أحمد']]);
  const after = topicsOf('tag', [['احمد'], ['احمد'], ['أحمد']]);
  assert.deepEqual([before, after].map(([topic]) => [topic?.name, topic?.slug]), [['أحمد', 'أحمد'], ['أحمد', 'أحمد']]);
});

test('an alias leads to the topic of its name, even when only the alias is used', () => {
  const topics = topicsOf('tag', [['ترامب'], ['دونالد ترمب']], { 'tags.yaml': 'دونالد ترامب:\n  aliases: [ترامب, ترمب, دونالد ترمب]\n' });
  assert.deepEqual(topics.map(({ name, articles }) => [name, articles.length]), [['دونالد ترامب', 2]]);
});

test('an article that uses two spellings of one tag stands in its topic once', () => {
  assert.deepEqual(topicsOf('tag', [['أحمد', 'احمد']]).map(({ articles }) => articles.length), [1]);
});

test('the spelling of the editor is shown, however articles write it', () => {
  assert.deepEqual(topicsOf('tag', [['مكتبه'], ['مكتبه']], { 'tags.yaml': 'مكتبة:\n' }).map(({ name }) => name), ['مكتبة']);
});

test('an editor can give a topic its address, description and link', () => {
  const [topic] = topicsOf('source', [['واس']], { 'sources.yaml': 'واس:\n  slug: spa\n  description: وكالة\n  url: https://www.spa.gov.sa\n' });
  assert.deepEqual([topic?.slug, topic?.description, topic?.url], ['spa', 'وكالة', 'https://www.spa.gov.sa/']);
});

test('sections come in the editor\'s order, then the others from A to Z', () => {
  const topics = topicsOf('section', [['رياضة'], ['ثقافة'], ['سياسة'], ['اقتصاد'], ['علوم']], { 'sections.yaml': 'سياسة:\nاقتصاد:\n' });
  assert.deepEqual(topics.map(({ name }) => name), ['سياسة', 'اقتصاد', 'ثقافة', 'رياضة', 'علوم']);
});

test('tags come from A to Z, whatever the editor\'s order', () => {
  assert.deepEqual(topicsOf('tag', [['مصر'], ['الأردن'], ['بغداد']], { 'tags.yaml': 'مصر:\nبغداد:\n' }).map(({ name }) => name), ['الأردن', 'بغداد', 'مصر']);
});

test('a tag, source or author that no article names has no topic', () => {
  assert.deepEqual(topicsOf('tag', [['مصر']], { 'tags.yaml': 'العراق:\n' }).map(({ name }) => name), ['مصر']);
});

test('a name that looks like a part of every object is a name like others', () => {
  assert.deepEqual(topicsOf('tag', [['constructor', '__proto__', 'toString']]).map(({ name }) => name).sort(), ['__proto__', 'constructor', 'toString']);
});

test('an unknown name is its own key, a known one the key of its name', () => {
  const keyOf = topicKeys(new Map([['العراق', { aliases: ['عراق'] }]]));
  assert.deepEqual([keyOf('عِراق') === keyOf('العراق'), keyOf('مصر') === keyOf('العراق')], [true, false]);
});

test('names that only their marks tell apart are two where the editor lists both, each with its marks', () => {
  const settings = settingsOf({ 'places.yaml': 'عُمان:\n  slug: oman\nعمّان:\n  slug: amman\n' });
  const topics = buildTopics([articleOf({ id: 'in-oman', date: '2021', places: ['عُمان'] }), articleOf({ id: 'in-amman', date: '2020', places: ['عمّان'] })], settings);
  assert.deepEqual(topics.place.map(({ slug, articles }) => [slug, articles.map(({ id }) => id)]).sort(), [['amman', ['in-amman']], ['oman', ['in-oman']]]);
});
