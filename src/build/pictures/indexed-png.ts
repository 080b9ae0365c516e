/** Writes a picture of at most 16 colours. sharp looks for the best colours of a picture, which takes longer than to draw it; here they are known. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of IHDR (PNG, third edition, 11.2.1): four bits a pixel, by index, nothing interlaced. */
const FORM = [4, 3, 0, 0, 0];
/** Higher levels take several times as long, and save some hundredths. */
const LEVEL = 4;

/**
 * @param pixels a byte each, row by row: the place of its colour in the palette
 * @param palette `#rrggbb`, 16 at most
 */
export function writeIndexedPng(width: number, height: number, pixels: Uint8Array, palette: readonly string[]): Buffer {
  const row = 1 + Math.ceil(width / 2);
  // Each row begins with a byte that says it is not filtered: plain rows of few colours compress best.
  const packed = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    let from = y * width;
    const end = from + width;
    for (let to = y * row + 1; from < end; to += 1, from += 2) packed[to] = ((pixels[from] ?? 0) << 4) | (from + 1 < end ? (pixels[from + 1] ?? 0) : 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(FORM, 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.map((color) => color.slice(1)).join(''), 'hex')), chunk('IDAT', deflateSync(packed, { level: LEVEL })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
