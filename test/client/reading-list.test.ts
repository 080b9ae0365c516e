/** The reading list: what is taken from the device, and the files that are made of it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { dateName } from '../../src/client/date-name.ts';
import { addItem, parseList, removeItem, type ListItem } from '../../src/client/reading-list.ts';
import { formatListCsv, formatListText, joinReferences, readDataAddress } from '../../src/client/reading-list-files.ts';

const item = (path: string, title = 'عنوان'): ListItem => ({ path, title, date: '2021-05-04', source: 'وكالة', language: 'ar' });

test('only items whose address is of this host are taken from what is stored', () => {
  const good = item('/2021/05/04/abcd/');
  const bad = [item('//evil.example/x'), item('/\\evil.example'), item('javascript:alert(1)'), item('https://evil.example/'), { ...good, title: '' }, { path: '/x/' }, null, 7, 'x', []];
  assert.deepEqual(parseList(JSON.stringify([...bad, good])), [good]);
  for (const text of [null, '', '{', '{}', '"x"', 'null']) assert.deepEqual(parseList(text), []);
});

test('an article is on the list once, the last added first', () => {
  const [a, b] = [item('/a/'), item('/b/')];
  assert.deepEqual(addItem(addItem(addItem([], a), b), a), [a, b]);
  assert.deepEqual(removeItem([a, b], '/a/'), [b]);
});

test('files say of each article what it is and where', () => {
  const list = [item('/a/', 'قال: "لا"'), { ...item('/b/', '+1'), source: '' }];
  const addressOf = ({ path }: ListItem): string => `https://x.example${path}`;
  assert.equal(formatListCsv(list, ['العنوان', 'التاريخ', 'المصدر', 'الرابط'], addressOf), '\uFEFFالعنوان,التاريخ,المصدر,الرابط\r\n"قال: ""لا""",2021-05-04,وكالة,https://x.example/a/\r\n\'+1,2021-05-04,,https://x.example/b/\r\n');
  assert.equal(formatListText(list, addressOf), '«قال: "لا"»، وكالة، 2021-05-04\nhttps://x.example/a/\n\n«+1»، 2021-05-04\nhttps://x.example/b/\n');
});

test('references of articles become one file', () => {
  assert.equal(joinReferences('RIS', ['TY  - NEWS\nER  - \n', 'TY  - NEWS\nER  - ']), 'TY  - NEWS\nER  - \nTY  - NEWS\nER  - \n');
  assert.deepEqual(JSON.parse(joinReferences('CSL-JSON', ['[{"id":"a"}]', '[{"id":"b"}]'])), [{ id: 'a' }, { id: 'b' }]);
  assert.equal(readDataAddress(`data:text/plain;base64,${Buffer.from('خبر').toString('base64')}`), 'خبر');
  assert.equal(readDataAddress('https://x.example/'), undefined);
});

test('dates are said as far as they go', () => {
  const style = { digits: 'western', months: 'gulf' } as const;
  assert.deepEqual(['2021', '2021-05', '2021-05-04', '', 'x'].map((date) => dateName(date, style)), ['2021', 'مايو 2021', '4 مايو 2021', '', '']);
});
