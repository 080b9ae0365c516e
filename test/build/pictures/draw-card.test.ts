/** Cards: the same bytes each time, of the size that is promised, with letters on them, in the direction of their text. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import { loadCardDrawer, type DrawCard } from '../../../src/build/pictures/draw-card.ts';
import { CARD_SIZE, type Card } from '../../../src/formats/card.ts';
import { PROJECT } from '../../support/build-once.ts';

const CARD: Card = { headline: 'الجزائر بطلة لأفريقيا للمرة الثانية بعد 29 عامًا', direction: 'rtl', siteDirection: 'rtl', above: 'كأس الأمم الأفريقية', date: 'الجمعة 19 يوليو 2019', siteName: 'ورّاق' };
/** Rows of the headline. */
const TOP = 160;
const BOTTOM = 505;

/** First and last column and row of dark pixels between the line above the headline and the foot. */
async function inkOf(png: Buffer): Promise<{ readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly pixels: number }> {
  const { data, info } = await sharp(png).removeAlpha().greyscale().extract({ left: 0, top: TOP, width: CARD_SIZE.width, height: BOTTOM - TOP }).raw().toBuffer({ resolveWithObject: true });
  const dark = [...data].flatMap((value, at) => (value < 120 ? [{ x: at % info.width, y: TOP + Math.floor(at / info.width) }] : []));
  const columns = dark.map(({ x }) => x);
  const rows = dark.map(({ y }) => y);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -1);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  return { left: least(columns), right: most(columns), top: least(rows), bottom: most(rows), pixels: dark.length };
}

describe('cards', () => {
  let draw: DrawCard;
  before(async () => {
    process.chdir(PROJECT);
    draw = await loadCardDrawer();
  });

  test('have their size, and the same bytes when drawn again', async () => {
    const [once, again] = [await draw(CARD), await draw(CARD)];
    assert.deepEqual(once, again);
    const { width, height, format } = await sharp(once).metadata();
    assert.deepEqual({ width, height, format }, { ...CARD_SIZE, format: 'png' });
    assert.ok(once.length < 60_000, String(once.length));
  });

  const words = 'وزراء الخارجية يبحثون في اجتماع طارئ تطورات الأوضاع في المنطقة ';
  const headlines: readonly (readonly [name: string, headline: string])[] = [
    ['of one word', 'خبر'],
    ['of 500 letters', words.repeat(8).slice(0, 500)],
    ['without a blank', 'ك'.repeat(500)],
    ['that begins with Latin letters', 'James Webb يلتقط أول صورة للمجرة SMACS 0723 من الفضاء'],
    ['with marks', 'نَصٌّ عَرَبِيٌّ مُشَكَّلٌ تَشْكِيلًا كَامِلًا'],
    ['with signs of markup', '<b>خبر</b> & "اقتباس" </span> &amp;'],
    ['that ends in half a character', `${'خبر '.repeat(120)}\u{1F600}`],
  ];
  for (const [name, headline] of headlines) {
    test(`with a headline ${name} stay inside their margins, at the right`, async () => {
      const ink = await inkOf(await draw({ ...CARD, headline }));
      assert.ok(ink.pixels > 300, 'nothing was drawn');
      assert.ok(ink.left >= 66 && ink.right <= CARD_SIZE.width - 66 && ink.top > TOP && ink.bottom < BOTTOM - 1, JSON.stringify(ink));
      assert.ok(ink.right > CARD_SIZE.width - 100, `the headline ends at ${String(ink.right)}`);
    });
  }

  test('with a headline in English begin at the left', async () => {
    const ink = await inkOf(await draw({ ...CARD, headline: 'Qatar', direction: 'ltr' }));
    assert.ok(ink.left < 100 && ink.right < 600, JSON.stringify(ink));
  });

  test('letters are joined: a word is narrower than its letters apart', async () => {
    const widthOf = async (headline: string): Promise<number> => {
      const { left, right } = await inkOf(await draw({ ...CARD, headline }));
      return right - left;
    };
    assert.ok((await widthOf('مستقبل')) < 0.8 * (await widthOf('م\u200Cس\u200Cت\u200Cق\u200Cب\u200Cل')));
    // The first face has them not; boxes in their place would not be joined.
    assert.ok((await widthOf('ڤڨێڤڨێ')) < 0.8 * (await widthOf(Array.from('ڤڨێڤڨێ').join('\u200C'))));
  });
});
