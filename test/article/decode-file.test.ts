import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decodeFile, MAX_FILE_BYTES } from '../../src/article/decode-file.ts';
import { runs, wildText } from '../arabic/arbitraries.ts';
import { articleOf, file, parse, problemsOf, toUtf16, toWindows1256 } from './article-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = (text: string): string | undefined => decodeFile(bytes(text)).text;

test('a byte order mark of UTF-8 is passed over', () => {
  assert.equal(articleOf(`\uFEFF${file()}`).title, 'عنوان');
});

test('CRLF line ends give the same article as LF', () => {
  assert.deepEqual({ ...articleOf(file('kicker: تمهيد', 'أ\n\nب').replaceAll('\n', '\r\n')), sha256: '' }, { ...articleOf(file('kicker: تمهيد', 'أ\n\nب')), sha256: '' });
});

test('CR line ends give the same article as LF', () => {
  assert.deepEqual({ ...articleOf(file('kicker: تمهيد', 'أ\n\nب').replaceAll('\n', '\r')), sha256: '' }, { ...articleOf(file('kicker: تمهيد', 'أ\n\nب')), sha256: '' });
});

test('lines are counted the same with CRLF', () => {
  assert.deepEqual(problemsOf(file('updated: 2021-02-30').replaceAll('\n', '\r\n')), ['date-no-such-day@5']);
});

test('text is composed', () => {
  assert.equal(articleOf(file('', 'ا\u0654حمد')).body, 'أحمد');
});

test('no code point is lost between a clean text and what is decoded', () => {
  fc.assert(fc.property(wildText.filter((text) => !/[\p{Cc}\p{Cs}\uFEFF\u202A-\u202E\u2066-\u2069]/u.test(text)), (text) => {
    const result = decodeFile(bytes(text));
    if (result.text !== undefined) assert.equal(result.text, text.normalize('NFC'));
    else assert.ok(result.faults.length > 0);
  }), runs);
});

test('bytes that are no UTF-8 are refused with their line', () => {
  const content = Buffer.concat([bytes('---\ntitle: a\n'), Buffer.from([0xd8, 0x0a]), bytes('---\n')]);
  assert.deepEqual(problemsOf(content), ['file-encoding@3']);
});

test('an encoded lone surrogate is refused', () => {
  assert.deepEqual(problemsOf(Buffer.concat([bytes(file('', '')), Buffer.from([0xed, 0xa0, 0x80])])), ['file-encoding@8']);
});

test('an overlong encoding is refused', () => {
  assert.deepEqual(problemsOf(Buffer.concat([bytes('---\n'), Buffer.from([0xc0, 0xaf])])), ['file-encoding@2']);
});

test('windows-1256 is refused, named, and answered with the command that converts it', () => {
  const [problem] = parse(toWindows1256(file('section: سياسة', 'قالت وزارة الخارجية إن الاجتماع المقرر غدًا أُجّل إلى الأسبوع المقبل.'))).problems;
  assert.equal(problem?.code, 'file-encoding');
  assert.match(problem.got, /windows-1256/u);
  assert.match(problem.fix, /iconv -f WINDOWS-1256 -t UTF-8/u);
  assert.equal(problem.line, 3);
});

test('bytes that are neither UTF-8 nor Arabic are not called windows-1256', () => {
  const [problem] = parse(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')).problems;
  assert.equal(problem?.code, 'file-encoding');
  assert.doesNotMatch(problem.got, /windows-1256/u);
});

for (const order of ['le', 'be'] as const) {
  test(`UTF-16 (${order}) with its mark is refused by name`, () => {
    const [problem] = parse(toUtf16(file(), order)).problems;
    assert.deepEqual([problem?.code, problem?.got], ['file-encoding', 'UTF-16']);
  });
  test(`UTF-16 (${order}) without a mark is refused`, () => {
    assert.equal(parse(toUtf16(file(), order, false)).article, undefined);
    assert.ok(problemsOf(toUtf16(file(), order, false)).length > 0);
  });
}

for (const [name, char] of [['NUL', '\0'], ['a bell', '\x07'], ['escape', '\x1b'], ['delete', '\x7f'], ['a C1 control', '\x9c'], ['a vertical tab', '\x0b']] as const) {
  test(`${name} is refused with its line and its code point`, () => {
    const { problems, article } = parse(file('', `سطر\n\nآخر${char}`));
    assert.equal(article, undefined);
    assert.deepEqual(problems.map(({ code, line }) => `${code}@${String(line)}`), ['file-control@9']);
    assert.ok(problems[0]?.got.includes(`U+00${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`));
  });
}

test('a tab in the body is no control character to refuse', () => {
  assert.equal(articleOf(file('', 'أ\tب')).body, 'أ\tب');
});

for (const [encoding, text] of [['windows-1252', 'Ø§Ù„Ø¹Ø±Ø§Ù‚'], ['windows-1256', 'ط§ظ„ط¹ط±ط§ظ‚']] as const) {
  test(`UTF-8 that was read as ${encoding} is refused with its line`, () => {
    assert.deepEqual(problemsOf(file('', text)), ['file-encoding@7']);
  });
}

test('the look of UTF-8 read as windows-1256 is the true one', () => {
  assert.equal(new TextDecoder('windows-1256').decode(bytes('العراق')), 'ط§ظ„ط¹ط±ط§ظ‚');
});

test('UTF-8 that was read as ISO-8859-1 is refused as an encoding too, not only for its control characters', () => {
  assert.deepEqual(problemsOf(file('', Buffer.from('العراق').toString('latin1'))), ['file-control@7', 'file-encoding@7']);
});

test('Arabic with quotation marks and French names is not taken for a wrong encoding', () => {
  assert.deepEqual(problemsOf(file('', 'قال «الفظ» ط، ظ، ط؛ و Ørsted و «طظ» — À Øyvind §1')), []);
});

test('U+FFFD is a warning with its line, and the article stays', () => {
  assert.deepEqual(problemsOf(file('', 'نص\n\nبغ\uFFFDاد')), ['file-replaced@9?']);
  assert.ok(parse(file('', 'بغ\uFFFDاد')).article !== undefined);
});

test('a direction override is left out with a warning on its own line', () => {
  const content = file('', '\u2067معزول\u2069\n\nأ\u202Eب');
  assert.deepEqual(problemsOf(content), ['file-bidi@9?']);
  assert.equal(parse(content).article?.body, '\u2067معزول\u2069\n\nأب');
});

test('an isolate that is not closed is left out with a warning', () => {
  const content = file('', 'أ\u2067ب');
  assert.deepEqual(problemsOf(content), ['file-bidi@7?']);
  assert.equal(parse(content).article?.body, 'أب');
});

test('an override in a title is left out of it', () => {
  const content = file().replace('عنوان', '"gnp\u202E.عنوان"');
  assert.equal(parse(content).article?.title, 'gnp.عنوان');
});

test('marks of direction and joiners stay', () => {
  assert.equal(articleOf(file('', 'أ\u200Fب\u200Cج\u061C')).body, 'أ\u200Fب\u200Cج\u061C');
});

test('a file of 3 MB is refused at once with its size', () => {
  const start = performance.now();
  const { problems, article } = parse(Buffer.alloc(3_000_000, 0x61));
  assert.ok(performance.now() - start < 100);
  assert.equal(article, undefined);
  assert.deepEqual(problems.map(({ code, line, got, expected }) => [code, line, got, expected]), [['file-too-large', 1, '3.0 MB', 'at most 2 MB']]);
});

test('a file of exactly the greatest size is read', () => {
  const head = file('', '');
  assert.equal(articleOf(head + 'a'.repeat(MAX_FILE_BYTES - Buffer.byteLength(head))).id, 'test-id1');
});

test('an empty file decodes to nothing and no fault', () => {
  assert.deepEqual(decodeFile(new Uint8Array()), { text: '', faults: [] });
});

test('decoding what was decoded changes nothing', () => {
  fc.assert(fc.property(wildText, (text) => {
    const once = decoded(text);
    if (once !== undefined) assert.equal(decoded(once), once);
  }), runs);
});

test('what the decoder of the standard refuses is refused, and all else is the text it gives, composed', () => {
  const pieces = fc.oneof(wildText.map(bytes), fc.uint8Array({ maxLength: 8 }), fc.constantFrom(bytes('قال'), bytes('\uFEFF'), Uint8Array.of(0xd8), Uint8Array.of(0xed, 0xa0, 0x80)));
  fc.assert(fc.property(fc.array(pieces, { maxLength: 6 }).map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))), (file) => {
    let text: string | undefined;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    } catch {
      text = undefined;
    }
    const { text: decodedText, faults } = decodeFile(file);
    if (text === undefined) assert.deepEqual([decodedText, faults[0]?.code], [undefined, 'file-encoding']);
    else if (faults.length === 0) assert.equal(decodedText, text.replace(/\r\n?/gu, '\n').normalize('NFC'));
  }), { numRuns: runs.numRuns * 5 });
});
