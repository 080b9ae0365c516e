/**
 * Draws cards. Pango (in sharp) joins the letters, orders mixed directions and breaks lines by the rules of Unicode; what is drawn is the
 * same on every run, since it has our fonts only.
 */
import { CARD_SIZE, type Card } from '../../formats/card.ts';
import { CARD_FONT, prepareCardFonts } from './card-fonts.ts';
import { writeIndexedPng } from './indexed-png.ts';

const PAPER = '#fdfaf4';
const LINE = '#ddd3c3';

/** A colour of text, and how many steps there are from the paper to it: large letters have the most edge to be smooth. */
interface Ink {
  readonly color: string;
  readonly steps: number;
}
const INK: Ink = { color: '#1e1a15', steps: 7 };
const SOFT: Ink = { color: '#5b5247', steps: 4 };
const ACCENT: Ink = { color: '#8c1d18', steps: 3 };
const INKS = [INK, SOFT, ACCENT];

/** Paper, the steps of each ink, the line: 16 colours. */
const PALETTE = [PAPER, ...INKS.flatMap(({ color, steps }) => Array.from({ length: steps }, (_, step) => mix(PAPER, color, (step + 1) / steps))), LINE];
/** Place of the paper’s last step before each ink begins. */
const firstOf = (ink: Ink): number => INKS.slice(0, INKS.indexOf(ink)).reduce((sum, { steps }) => sum + steps, 0);

const MARGIN = 72;
const LINE_WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the headline stands, and how high it may be. */
const HEADLINE_TOP = 168;
const HEADLINE_HEIGHT = 330;
/** Tried in this order, in pixels. */
const HEADLINE_SIZES = [84, 72, 62, 54, 46] as const;

/** Of texts that are kept. */
const MOST_KNOWN = 64;

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

  const drawText = async (text: string, { size, ink, bold, direction }: TextStyle): Promise<Drawn> => {
    // The language is said, since it would else be that of the machine. A mark of direction comes first, so that a Latin word at the beginning does not turn the lines round.
    const line = `${direction === 'rtl' ? '\u200F' : '\u200E'}${escapeMarkup(text)}`;
    const { data, info } = await sharp({ text: { text: `<span lang="${direction === 'rtl' ? 'ar' : 'en'}">${line}</span>`, font: `${CARD_FONT} ${bold ? 'Bold' : 'Medium'} ${String(size)}`, width: LINE_WIDTH, dpi: 72, wrap: 'word-char' } }).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    return { cover: data, channels: info.channels, width: info.width, height: info.height, ink };
  };

  /** The name of the site and those of its sources stand on many cards. */
  const known = new Map<string, Promise<Drawn>>();
  const drawOften = (text: string, style: TextStyle): Promise<Drawn> => {
    const key = JSON.stringify([text, style]);
    const drawn = known.get(key) ?? drawText(text, style);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, drawn);
    return drawn;
  };

  const drawHeadline = async ({ headline, direction }: Card): Promise<Drawn> => {
    const style = { ink: INK, bold: true, direction };
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
    const small = (text: string, ink: Ink, bold = false): TextStyle & { readonly text: string } => ({ text: shorten(text, 70), size: 38, ink, bold, direction: card.siteDirection });
    const { text: siteName, ...nameStyle } = small(card.siteName, ACCENT, true);
    const { text: dateText, ...dateStyle } = small(card.date, SOFT);
    const name = await drawOften(siteName, nameStyle);
    const above = card.above === undefined ? undefined : await drawOften(shorten(card.above, 60), { size: 38, ink: SOFT, bold: false, direction: card.direction });
    const headline = await drawHeadline(card);
    const date = await drawText(dateText, dateStyle);
    const middle = (drawn: Drawn, line: number): number => Math.round(line - drawn.height / 2);

    const pixels = new Uint8Array(CARD_SIZE.width * CARD_SIZE.height);
    pixels.fill(firstOf(ACCENT) + ACCENT.steps, 0, 14 * CARD_SIZE.width);
    for (const y of [CARD_SIZE.height - 106, CARD_SIZE.height - 105]) pixels.fill(PALETTE.length - 1, y * CARD_SIZE.width + MARGIN, (y + 1) * CARD_SIZE.width - MARGIN);
    if (above !== undefined) paint(pixels, above, start(above, card.direction), middle(above, 112));
    paint(pixels, headline, start(headline, card.direction), HEADLINE_TOP + Math.round((HEADLINE_HEIGHT - headline.height) / 2));
    paint(pixels, name, start(name, card.siteDirection), middle(name, CARD_SIZE.height - 54));
    // On the other side of the foot.
    paint(pixels, date, start(date, card.siteDirection === 'rtl' ? 'ltr' : 'rtl'), middle(date, CARD_SIZE.height - 54));
    return writeIndexedPng(CARD_SIZE.width, CARD_SIZE.height, pixels, PALETTE);
  };
}

/** Lays a text on the card, in the steps of its ink. */
function paint(pixels: Uint8Array, { cover, channels, width, height, ink }: Drawn, left: number, top: number): void {
  const [before, { steps }] = [firstOf(ink), ink];
  for (let y = Math.max(0, -top); y < Math.min(height, CARD_SIZE.height - top); y += 1) {
    for (let x = Math.max(0, -left); x < Math.min(width, CARD_SIZE.width - left); x += 1) {
      const step = Math.round(((cover[(y * width + x) * channels] ?? 0) * steps) / 255);
      if (step > 0) pixels[(top + y) * CARD_SIZE.width + left + x] = before + step;
    }
  }
}

/** A colour between two. @param part from 0 (the first) to 1 */
function mix(first: string, second: string, part: number): string {
  const channel = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(channel(first, at) + (channel(second, at) - channel(first, at)) * part).toString(16).padStart(2, '0')).join('')}`;
}

interface TextStyle {
  readonly size: number;
  readonly ink: Ink;
  readonly bold: boolean;
  readonly direction: 'rtl' | 'ltr';
}

/** A text as it covers the paper: 0 where it does not, 255 where it does. */
interface Drawn {
  readonly cover: Buffer;
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
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
