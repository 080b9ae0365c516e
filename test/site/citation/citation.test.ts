/** References and citation files: read again by another program, they say what the article says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { createDateText } from '../../../src/site/date-text.ts';
import { parseArchiveDate, isDateFault, type ArchiveDate } from '../../../src/calendar/archive-date.ts';
import type { Citation } from '../../../src/site/citation/citation.ts';
import { renderBibtex } from '../../../src/site/citation/bibtex.ts';
import { renderCoins } from '../../../src/site/citation/coins.ts';
import { renderCsl } from '../../../src/site/citation/csl.ts';
import { renderRis } from '../../../src/site/citation/ris.ts';
import { citeInStyle, type CitationStyle } from '../../../src/site/citation/styles.ts';

function dateOf(iso: string): ArchiveDate {
  const date = parseArchiveDate(iso);
  return isDateFault(date) ? assert.fail(iso) : date;
}

const FULL: Citation = {
  id: 'k7m2p9qd',
  title: 'عنوان الخبر: 50% & أكثر_من {ذلك}',
  authors: [{ name: 'كاتب أول', organization: false }, { name: 'هيئة ثانية', organization: true }],
  container: 'جريدة الاختبار',
  archive: 'أرشيف الاختبار',
  date: dateOf('2021-05-04'),
  section: 'سياسة',
  language: 'ar',
  url: 'https://archive.example/2021/05/04/k7m2p9qd/',
  originalUrl: undefined,
  keywords: ['وسم أول', 'C#'],
  summary: 'ملخص.',
};
const BARE: Citation = { ...FULL, authors: [], archive: undefined, section: undefined, keywords: [], summary: undefined, date: dateOf('2021-05') };
const text = createDateText({ digits: 'western', months: 'gulf' });
const styled = (style: CitationStyle, citation: Citation): string => citeInStyle(style, citation, text).map((part) => part.text).join('');

describe('references', () => {
  const EXPECTED: readonly (readonly [CitationStyle, Citation, string])[] = [
    ['arabic', FULL, 'كاتب أول وهيئة ثانية، «عنوان الخبر: 50% & أكثر_من {ذلك}»، جريدة الاختبار، 4 مايو 2021م (22 رمضان 1442هـ)، أرشيف الاختبار، https://archive.example/2021/05/04/k7m2p9qd/'],
    ['arabic', BARE, '«عنوان الخبر: 50% & أكثر_من {ذلك}»، جريدة الاختبار، مايو 2021م، https://archive.example/2021/05/04/k7m2p9qd/'],
    ['apa', FULL, 'كاتب أول, & هيئة ثانية. (2021, May 4). عنوان الخبر: 50% & أكثر_من {ذلك}. جريدة الاختبار. أرشيف الاختبار. https://archive.example/2021/05/04/k7m2p9qd/'],
    ['apa', BARE, 'عنوان الخبر: 50% & أكثر_من {ذلك}. (2021, May). جريدة الاختبار. https://archive.example/2021/05/04/k7m2p9qd/'],
    ['mla', FULL, 'كاتب أول, and هيئة ثانية. “عنوان الخبر: 50% & أكثر_من {ذلك}.” جريدة الاختبار, 4 May 2021. أرشيف الاختبار, https://archive.example/2021/05/04/k7m2p9qd/.'],
    ['mla', { ...BARE, date: dateOf('2021-09-04') }, '“عنوان الخبر: 50% & أكثر_من {ذلك}.” جريدة الاختبار, 4 Sept. 2021, https://archive.example/2021/05/04/k7m2p9qd/.'],
    ['chicago', FULL, 'كاتب أول, and هيئة ثانية. “عنوان الخبر: 50% & أكثر_من {ذلك}.” جريدة الاختبار, May 4, 2021. أرشيف الاختبار. https://archive.example/2021/05/04/k7m2p9qd/.'],
    ['chicago', { ...BARE, date: dateOf('2021') }, '“عنوان الخبر: 50% & أكثر_من {ذلك}.” جريدة الاختبار, 2021. https://archive.example/2021/05/04/k7m2p9qd/.'],
  ];
  for (const [style, citation, expected] of EXPECTED) test(`${style}: ${expected.slice(0, 60)}…`, () => assert.equal(styled(style, citation), expected));

  test('a title that ends in a mark of its own has no other stop, and its quotation marks are those of a quotation within', () => {
    const asked: Citation = { ...BARE, title: 'من قال "نعم" و«لا»؟' };
    assert.ok(styled('arabic', asked).startsWith('«من قال "نعم" و“لا”؟»، '));
    assert.ok(styled('apa', asked).startsWith('من قال "نعم" و«لا»؟ (2021, May). '));
    for (const style of ['mla', 'chicago'] as const) assert.ok(styled(style, asked).startsWith('“من قال ‘نعم’ و«لا»؟” جريدة'), styled(style, asked));
  });

  /** How the reference of an article by so many authors begins. */
  const MANY: readonly (readonly [CitationStyle, number, string])[] = [
    ['arabic', 3, 'ك1، ك2 وك3، «'],
    ['arabic', 4, 'ك1 وآخرون، «'],
    ['mla', 3, 'ك1, et al. “'],
    ['chicago', 10, 'ك1, ك2, ك3, ك4, ك5, ك6, ك7, ك8, ك9, and ك10. “'],
    ['chicago', 11, 'ك1, ك2, ك3, ك4, ك5, ك6, ك7, et al. “'],
    ['apa', 20, 'ك1, ك2, ك3, ك4, ك5, ك6, ك7, ك8, ك9, ك10, ك11, ك12, ك13, ك14, ك15, ك16, ك17, ك18, ك19, & ك20. ('],
    ['apa', 22, 'ك1, ك2, ك3, ك4, ك5, ك6, ك7, ك8, ك9, ك10, ك11, ك12, ك13, ك14, ك15, ك16, ك17, ك18, ك19, . . . ك22. ('],
  ];
  for (const [style, count, expected] of MANY) {
    test(`${style}: ${String(count)} authors as the style names them`, () => {
      const authors = Array.from({ length: count }, (_, index) => ({ name: `ك${String(index + 1)}`, organization: false }));
      assert.equal(styled(style, { ...FULL, authors }).slice(0, expected.length), expected);
    });
  }
});

describe('files for citation programs, as citation-js reads them', () => {
  const shared = (citation: Citation) => ({ title: citation.title, 'container-title': citation.container, URL: citation.url, author: citation.authors.map(({ name }) => name) });
  const found = (item: Readonly<Record<string, unknown>> | undefined) => {
    // The RIS specification of 2011 calls the author of a newspaper article its reporter, and so does citation-js.
    const authors = (item?.['author'] ?? item?.['reporter'] ?? []) as readonly (string | { readonly literal?: string; readonly family?: string; readonly given?: string })[];
    return { title: item?.['title'], 'container-title': item?.['container-title'], URL: item?.['URL'], author: authors.map((author) => (typeof author === 'string' ? author : (author.literal ?? [author.given, author.family].filter((part) => part !== undefined).join(' ')))) };
  };
  const issued = (item: Readonly<Record<string, unknown>> | undefined): unknown => (item?.['issued'] as { readonly 'date-parts'?: unknown } | undefined)?.['date-parts'];

  for (const [form, forceType, render] of [['RIS', '@ris/file', renderRis], ['BibTeX', '@biblatex/text', renderBibtex], ['CSL-JSON', '@csl/list+object', renderCsl]] as const) {
    test(`${form}: a full article and one of which little is known`, () => {
      const { data } = form === 'CSL-JSON' ? new Cite(render([FULL, BARE])) : new Cite(render([FULL, BARE]), { forceType });
      assert.deepEqual(data.map(found), [shared(FULL), shared(BARE)]);
      // Of RIS, citation-js reads the line with the year only; Zotero reads the one with the day (DA).
      assert.deepEqual(data.map(issued), form === 'RIS' ? [[[2021]], [[2021]]] : [[[2021, 5, 4]], [[2021, 5]]]);
    });
  }

  test('RIS: the date with year, month and day, as far as they are known', () => {
    assert.deepEqual(renderRis([FULL, BARE, { ...BARE, date: dateOf('2021') }]).match(/^DA {2}- .*?(?=\r)/gmu), ['DA  - 2021/05/04/', 'DA  - 2021/05//', 'DA  - 2021///']);
  });

  test('RIS: every record is closed, and no text breaks its line', () => {
    const ris = renderRis([{ ...FULL, title: 'سطر\nثان', summary: 'أ\r\nER  - ' }, BARE]);
    assert.equal(ris.match(/^ER {2}- \r$/gmu)?.length, 2);
    assert.ok(ris.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /u.test(line)));
  });

  test('BibTeX: braces stay balanced whatever the text', () => {
    fc.assert(fc.property(fc.string(), (title) => {
      const plain = renderBibtex([{ ...FULL, title }]).replace(/\\[{}]/gu, '');
      assert.equal(plain.split('{').length, plain.split('}').length);
    }));
  });
});

/** How Zotero's COinS reader takes a context object apart: pairs at `&`, value after the first `=`, plus signs as spaces. */
function readCoins(coins: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const part of coins.split('&')) {
    const [key = '', value = ''] = part.split('=');
    values.set(key, [...(values.get(key) ?? []), decodeURIComponent(value.replace(/\+|%2[bB]/gu, ' '))]);
  }
  return values;
}

describe('COinS, by which Zotero takes a list', () => {
  test('a newspaper article with its fields', () => {
    const values = readCoins(renderCoins(FULL));
    assert.deepEqual(Object.fromEntries(values), {
      ctx_ver: ['Z39.88-2004'],
      rft_val_fmt: ['info:ofi/fmt:kev:mtx:dc'],
      'rft.type': ['newspaperArticle'],
      'rft.title': [FULL.title],
      'rft.creator': ['كاتب أول', 'هيئة ثانية'],
      'rft.source': [FULL.container],
      'rft.date': ['2021-05-04'],
      'rft.identifier': [FULL.url],
      'rft.language': ['ar'],
    });
  });

  test('any title arrives as it is, but for a plus sign', () => {
    fc.assert(fc.property(fc.string().filter((title) => !title.includes('+')), (title) => assert.deepEqual(readCoins(renderCoins({ ...FULL, title })).get('rft.title'), [title])));
  });
});
