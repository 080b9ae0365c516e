/**
 * Draws cards. Pango (in sharp) joins the letters, orders mixed directions and breaks lines by the rules of Unicode; what is drawn is the
 * same on every run, since it has our fonts only.
 */
import { CARD_SIZE, type Card } from '../../formats/card.ts';
import { CARD_FONT, prepareCardFonts } from './card-fonts.ts';

const PAPER = '#fdfaf4';
const INK = '#1e1a15';
const SOFT = '#5b5247';
const ACCENT = '#8c1d18';

const MARGIN = 72;
const LINE_WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the headline stands, and how high it may be. */
const HEADLINE_TOP = 168;
const HEADLINE_HEIGHT = 330;
/** Tried in this order, in pixels. */
const HEADLINE_SIZES = [84, 72, 62, 54, 46] as const;

/** Draws cards one after the other. */
export type DrawCard = (card: Card) => Promise<Buffer>;

let drawer: Promise<DrawCard> | undefined;

/** The drawer of this process. */
export function loadCardDrawer(): Promise<DrawCard> {
  return (drawer ??= startDrawer());
}

async function startDrawer(): Promise<DrawCard> {
  // Read when the first text is drawn, and not again.
  process.env['FONTCONFIG_FILE'] = await prepareCardFonts();
  const { default: sharp } = await import('sharp');
  // One card is too small a work to be divided; other processes draw others.
  sharp.concurrency(1);

  const drawText = async (text: string, { size, color, bold, direction, width = LINE_WIDTH }: TextStyle): Promise<Drawn> => {
    // The language is said, since it would else be that of the machine. A mark of direction comes first, so that a Latin word at the beginning does not turn the lines round.
    const line = `${direction === 'rtl' ? '\u200F' : '\u200E'}${escapeMarkup(text)}`;
    const { data, info } = await sharp({ text: { text: `<span lang="${direction === 'rtl' ? 'ar' : 'en'}" foreground="${color}">${line}</span>`, font: `${CARD_FONT} ${bold ? 'Bold' : 'Medium'} ${String(size)}`, width, dpi: 72, rgba: true, wrap: 'word-char' } }).raw().toBuffer({ resolveWithObject: true });
    return { input: data, raw: { width: info.width, height: info.height, channels: 4 }, width: info.width, height: info.height };
  };

  const drawHeadline = async ({ headline, direction }: Card): Promise<Drawn> => {
    const style = { color: INK, bold: true, direction };
    let drawn: Drawn | undefined;
    for (const size of HEADLINE_SIZES) {
      drawn = await drawText(headline, { ...style, size });
      if (drawn.height <= HEADLINE_HEIGHT) return drawn;
    }
    let text = headline;
    while (drawn !== undefined && drawn.height > HEADLINE_HEIGHT) {
      text = shorten(text, Math.floor(text.length * Math.min(0.9, HEADLINE_HEIGHT / drawn.height)));
      drawn = await drawText(`${text}…`, { ...style, size: HEADLINE_SIZES[HEADLINE_SIZES.length - 1] ?? 46 });
    }
    return drawn ?? drawText(headline, { ...style, size: 46 });
  };

  return async (card) => {
    const start = (drawn: Drawn, direction: Card['direction']): number => (direction === 'rtl' ? CARD_SIZE.width - MARGIN - drawn.width : MARGIN);
    const small = (text: string, color: string, bold = false): Promise<Drawn> => drawText(shorten(text, 70), { size: 38, color, bold, direction: card.siteDirection });
    const name = await small(card.siteName, ACCENT, true);
    const above = card.above === undefined ? undefined : await drawText(shorten(card.above, 60), { size: 38, color: SOFT, bold: false, direction: card.direction });
    const headline = await drawHeadline(card);
    const date = await small(card.date, SOFT);
    const rules = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD_SIZE.width)}" height="${String(CARD_SIZE.height)}"><rect width="100%" height="14" fill="${ACCENT}"/><rect x="${String(MARGIN)}" y="${String(CARD_SIZE.height - 106)}" width="${String(LINE_WIDTH)}" height="2" fill="#ddd3c3"/></svg>`;
    const middle = (drawn: Drawn, line: number): number => Math.round(line - drawn.height / 2);
    return sharp({ create: { ...CARD_SIZE, channels: 3, background: PAPER } })
      .composite([
        { input: Buffer.from(rules) },
        ...(above === undefined ? [] : [{ input: above.input, raw: above.raw, left: start(above, card.direction), top: middle(above, 112) }]),
        { input: headline.input, raw: headline.raw, left: start(headline, card.direction), top: HEADLINE_TOP + Math.round((HEADLINE_HEIGHT - headline.height) / 2) },
        { input: name.input, raw: name.raw, left: start(name, card.siteDirection), top: middle(name, CARD_SIZE.height - 54) },
        // On the other side of the foot.
        { input: date.input, raw: date.raw, left: start(date, card.siteDirection === 'rtl' ? 'ltr' : 'rtl'), top: middle(date, CARD_SIZE.height - 54) },
      ])
      .png({ palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 6 })
      .toBuffer();
  };
}

interface TextStyle {
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  readonly direction: 'rtl' | 'ltr';
  readonly width?: number;
}

interface Drawn {
  readonly input: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 4 };
  readonly width: number;
  readonly height: number;
}

/** Cuts between words where there are any. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
  return head.replace(/\s+\S*$/u, '') || head;
}

function escapeMarkup(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
