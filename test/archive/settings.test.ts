import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { NAME_FILES, parseSettings, SITE_FILE } from '../../src/archive/settings.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { settingsOf } from './articles.ts';

/** `file:line field [code]` for each problem. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return parseSettings(new Map(Object.entries(files))).problems.map(({ file, line, field, code }) => `${file}:${String(line)} ${field} [${code}]`);
}

test('without any file there are defaults for everything', () => {
  const { site, names } = settingsOf();
  assert.deepEqual([site.months, site.digits, site.week, site.about], ['gulf', 'western', 'sunday', []]);
  assert.deepEqual(Object.values(names).map(({ size }) => size), [0, 0, 0, 0, 0, 0]);
});

test('settings that are written are taken', () => {
  const { site } = settingsOf({ [SITE_FILE]: 'name: أرشيف\nmonths: levant\ndigits: arabic\nweek: saturday\nurl: https://archive.example\nabout:\n  - فقرة\n  - أخرى\n' });
  assert.deepEqual([site.name, site.months, site.digits, site.week, site.url, site.about], ['أرشيف', 'levant', 'arabic', 'saturday', 'https://archive.example/', ['فقرة', 'أخرى']]);
});

test('names keep the order in which the editor lists them', () => {
  assert.deepEqual([...settingsOf({ 'sections.yaml': 'سياسة:\nاقتصاد:\nثقافة:\nآراء:\n' }).names.section.keys()], ['سياسة', 'اقتصاد', 'ثقافة', 'آراء']);
});

test('a name alone on its line is a name without more', () => {
  assert.deepEqual([...settingsOf({ 'tags.yaml': 'مصر:\nالعراق: {}\n' }).names.tag], [['مصر', {}], ['العراق', {}]]);
});

test('a single alias may stand without a list', () => {
  assert.deepEqual(settingsOf({ 'authors.yaml': 'كاتب:\n  aliases: الكاتب\n' }).names.author.get('كاتب')?.aliases, ['الكاتب']);
});

test('names are composed', () => {
  assert.ok(settingsOf({ 'tags.yaml': 'ا\u0654حمد:\n' }).names.tag.has('أحمد'));
});

test('a wrong word among choices is a problem on its line that lists the right ones', () => {
  const { problems } = parseSettings(new Map([[SITE_FILE, 'name: أرشيف\nmonths: egypt\n']]));
  assert.deepEqual(problems.map(({ file, line, field, expected }) => [file, line, field, expected]), [[SITE_FILE, 2, 'months', 'gulf, levant, maghreb, morocco, dual']]);
});

test('an unknown setting is answered with the nearest', () => {
  const { problems } = parseSettings(new Map([[SITE_FILE, 'name: أرشيف\nmonth: gulf\n']]));
  assert.deepEqual(problems.map(({ line, code, fix }) => [line, code, fix]), [[2, 'field-unknown', 'rename it to months']]);
});

test('an unknown setting of a name is answered with the nearest', () => {
  const { problems } = parseSettings(new Map([['tags.yaml', 'مصر:\n  alias: [القاهرة]\n']]));
  assert.deepEqual(problems.map(({ line, field, fix }) => [line, field, fix]), [[2, 'مصر.alias', 'rename it to aliases']]);
});

for (const slug of ['../x', 'A b', '/etc', 'con', 'أـب', '%2e', '"a\\\\b"']) {
  test(`the slug ${slug} is refused`, () => {
    assert.deepEqual(problemsOf({ 'tags.yaml': `مصر:\n  slug: ${slug.startsWith('%') ? `"${slug}"` : slug}\n` }), ['tags.yaml:2 مصر.slug [settings-field]']);
  });
}

test('a refused slug is answered with the nearest that is right', () => {
  const { problems } = parseSettings(new Map([['tags.yaml', 'مصر:\n  slug: New York\n']]));
  assert.equal(problems[0]?.fix, 'write new-york');
});

test('all problems of all files come at once, those of broken YAML too', () => {
  assert.deepEqual(problemsOf({ [SITE_FILE]: 'url: javascript:alert(1)\nweek: friday\n', 'tags.yaml': 'مصر:\n\t- x\n', 'sources.yaml': 'واس:\n  url: spa.gov.sa\n' }), ['site.yaml:1 url [url-form]', 'site.yaml:2 week [settings-field]', 'tags.yaml:2 file [front-matter-yaml]', 'sources.yaml:2 واس.url [url-form]']);
});

test('settings with a fault still are settings', () => {
  assert.equal(parseSettings(new Map([[SITE_FILE, 'week: friday\n']])).settings.site.week, 'sunday');
});

test('a setting left blank is as good as absent', () => {
  assert.deepEqual(problemsOf({ [SITE_FILE]: 'name: أرشيف\ntagline:\nabout:\n' }), []);
});

test('a name written twice in two spellings is a problem', () => {
  assert.equal(problemsOf({ 'tags.yaml': 'أحمد:\nاحمد:\n' }).length, 1);
});

test('an alias that is a name of its own, or that two names claim, is a problem', () => {
  assert.equal(problemsOf({ 'tags.yaml': 'مصر:\n  aliases: [القاهرة]\nالقاهرة:\n' }).length, 1);
  assert.equal(problemsOf({ 'tags.yaml': 'مصر:\n  aliases: [المحروسة]\nالقاهرة:\n  aliases: [المحروسة]\n' }).length, 1);
});

test('the key __proto__ pollutes nothing', () => {
  parseSettings(new Map([[SITE_FILE, '__proto__:\n  polluted: yes\n'], ['tags.yaml', '__proto__:\n  slug: x1\n']]));
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.equal(({} as Record<string, unknown>)['slug'], undefined);
});

test('no text whatever in a file of settings breaks the reading', () => {
  const files = [SITE_FILE, ...Object.values(NAME_FILES)];
  fc.assert(fc.property(fc.constantFrom(...files), fc.oneof(wildText, fc.array(fc.constantFrom('name', 'about', 'slug', 'aliases', ': ', '\n', '\n  ', '- ', '[', ']', '{', '}', '&a ', '*a', '...', '"', '__proto__', 'أ', '~'), { maxLength: 20 }).map((parts) => parts.join(''))), (file, text) => {
    for (const problem of parseSettings(new Map([[file, text]])).problems) {
      assert.equal(problem.file, file);
      assert.ok(problem.line >= 1);
    }
  }), runs);
});
