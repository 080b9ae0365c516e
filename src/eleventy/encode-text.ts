/** From the text of a file to its bytes. */

/** Longer texts are few, and get bytes of their own. */
const MOST_LETTERS = 1_000_000;

/** Bytes of UTF-8 for a unit of a string, at most. */
const BYTES_A_LETTER = 3;

/**
 * Makes an encoder that uses the same memory for one text after the other: `Buffer.from` walks through each text twice, once to learn its size, and asks for
 * new memory each time. What it gives is good until the next text.
 */
export function createTextEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let room = new Uint8Array(0);
  return (text) => {
    if (text.length > MOST_LETTERS) return encoder.encode(text);
    const most = text.length * BYTES_A_LETTER;
    if (room.length < most) room = new Uint8Array(most * 2);
    return room.subarray(0, encoder.encodeInto(text, room).written);
  };
}
