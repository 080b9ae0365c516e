import assert from 'node:assert/strict';
import test from 'node:test';
import { createAnalyser } from '../../src/arabic/analyser.ts';
import { checkLikeness } from '../../src/archive/check-likeness.ts';
import { parseSettings } from '../../src/archive/settings.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Article } from '../../src/article/article.ts';

const analyser = createAnalyser({ plurals: [], spellings: [['أمريكا', 'أميركا']], joined: [], names: [] });

function article(file: string, fields: string, body = 'نص.'): Article {
  const parsed = parseArticle(file, new TextEncoder().encode(`---\nid: ${file.replace(/[^a-z0-9]/gu, '')}xx\ntitle: عنوان\n${fields}\n---\n\n${body}\n`));
  assert.ok(parsed.article, JSON.stringify(parsed.problems));
  return parsed.article;
}

const check = (articles: readonly Article[], tags = ''): readonly string[] => checkLikeness(articles, parseSettings(new Map([['tags.yaml', tags]])).settings, analyser).map(({ code, field, file }) => `${file} ${field} ${code}`);

const LONG = 'أعلنت وزارة الطاقة في بيان لها أن محطة جديدة لتوليد الكهرباء ستبدأ العمل في الربع الأول من العام المقبل في جنوب البلاد وأن كلفتها بلغت مئات الملايين بتمويل من صندوق التنمية وبمشاركة شركات محلية وأجنبية';

test('sound articles have nothing alike', () => {
  assert.deepEqual(check([article('2021/05/a.md', 'date: 2021-05-04\ntags: [العراق]'), article('2021/06/b.md', 'date: 2021-06\ntags: [مصر]')]), []);
});

test('names that the search takes for the same are reported, unless the editor lists both', () => {
  const articles = [article('a.md', 'date: 2021-05-04\ntags: [أمريكا]'), article('b.md', 'date: 2021-05-04\ntags: [أمريكا]'), article('c.md', 'date: 2021-05-04\ntags: [أميركا]')];
  assert.deepEqual(check(articles), ['c.md tags name-alike']);
  assert.deepEqual(check(articles, 'أمريكا:\nأميركا:\n'), []);
});

test('signs and marks tell names apart', () => {
  assert.deepEqual(check([article('a.md', 'date: 2021\ntags: [أوبك]\nplaces: [عُمان]'), article('b.md', 'date: 2021\ntags: [أوبك+]\nplaces: [عمّان]')]), []);
});

test('articles of mostly the same words are reported, the later one', () => {
  assert.deepEqual(check([article('a.md', 'date: 2021-05-05', `${LONG} اليوم.`), article('b.md', 'date: 2021-05-04', `${LONG} أمس.`), article('c.md', 'date: 2021-05-06', `${LONG} اليوم.`)]), ['a.md body article-alike', 'c.md body article-alike']);
});

test('a date that does not fit its folder is reported', () => {
  assert.deepEqual(check([article('2021/05/a.md', 'date: 2021-06-04'), article('2020/b.md', 'date: 2020-06-04'), article('misc/c.md', 'date: 2020')]), ['2021/05/a.md date date-folder']);
});

test('letters in presentation forms are reported, religious signs are not', () => {
  assert.deepEqual(check([article('a.md', 'date: 2021', 'ﺍﻟﻌﺮﺍﻕ.'), article('b.md', 'date: 2021', 'محمد ﷺ.')]), ['a.md body text-forms']);
});
