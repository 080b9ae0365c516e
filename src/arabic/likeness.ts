/**
 * How alike two texts are, for texts by the ten thousand: each is reduced to a sketch of 64 numbers (MinHash of runs of three
 * folded words, one permutation; Li, Owen, Zhang 2012), and sketches are compared only where parts of them agree.
 */
import { identityForm } from './normalize.ts';

/** Numbers of a sketch. */
export const SKETCH_SIZE = 64;
const BAND = 4;
const BANDS = SKETCH_SIZE / BAND;
const RUN = 3;
/** Shorter texts are alike too easily. */
const LEAST_RUNS = 24;
const LEAST_WORDS = 6;
export type Sketch = Uint16Array;

/** What is compared of a text. Spelling, marks and punctuation make no difference. */
export interface TextPrint {
  /** The same for two texts of the same words; `undefined` for a text of so few that they prove nothing. */
  readonly digest: string | undefined;
  /** Nothing for a text too short to compare by its parts. */
  readonly sketch: Sketch | undefined;
}

/** Reads a text once, letter by letter: a million letters take some 20 ms. */
export function printText(text: string): TextPrint {
  const table = (letters ??= buildLetters());
  const least = new Float64Array(SKETCH_SIZE).fill(Number.POSITIVE_INFINITY);
  let [before, previous, word, words] = [0, 0, EMPTY, 0];
  let [first, second] = [0x2545f491, 0x6c62272e];
  for (let index = 0; index <= text.length; index += 1) {
    const letter = index === text.length ? GAP : (table[text.charCodeAt(index)] ?? GAP);
    if (letter === SKIP) continue;
    if (letter !== GAP) {
      word = Math.imul(word ^ letter, 0x01000193);
      continue;
    }
    if (word === EMPTY) continue;
    const hash = word >>> 0;
    word = EMPTY;
    words += 1;
    first = mix(first, hash);
    second = mix(hash, second);
    if (words >= RUN) {
      const run = mix(mix(before, previous), hash);
      const bin = run & (SKETCH_SIZE - 1);
      const value = run >>> 6;
      if (value < (least[bin] ?? 0)) least[bin] = value;
    }
    before = previous;
    previous = hash;
  }
  return { digest: words < LEAST_WORDS ? undefined : `${first.toString(36)}${second.toString(36)}${words.toString(36)}`, sketch: words < LEAST_RUNS + RUN - 1 ? undefined : buildSketch(least) };
}

function buildSketch(least: Float64Array): Sketch {
  const sketch = new Uint16Array(SKETCH_SIZE);
  for (let bin = 0; bin < SKETCH_SIZE; bin += 1) {
    // An empty bin borrows from the next that is not, marked by the distance.
    let step = 0;
    while (step < SKETCH_SIZE && least[(bin + step) % SKETCH_SIZE] === Number.POSITIVE_INFINITY) step += 1;
    sketch[bin] = mix(least[(bin + step) % SKETCH_SIZE] ?? 0, step) & 0xffff;
  }
  return sketch;
}

/** Share of the runs of words that two texts have in common, 0 to 1, give or take .06. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let index = 0; index < SKETCH_SIZE; index += 1) if (a[index] === b[index]) same += 1;
  return same / SKETCH_SIZE;
}

/** Two texts of which more than half is the same: one agency report in two papers. */
export const ALIKE = 0.6;

export interface LikenessIndex {
  /** The number of the most alike text that was added before, if one is alike; then adds this one. */
  readonly add: (sketch: Sketch) => { readonly number: number; readonly likeness: number } | undefined;
  readonly size: () => number;
}

/** Sketches of one piece of memory: a list of a million small arrays would take three times as much. */
const PIECE = 4096;
const FIRST_SLOTS = 1 << 15;

/** Texts are numbered from 0 in the order in which they are added. Each takes some 400 bytes. */
export function createLikenessIndex(): LikenessIndex {
  const sketches: Uint16Array[] = [];
  /** For each text and band the text before it with the same band: a list without a list's memory. */
  const older: Int32Array[] = [];
  /** Open addressing: the newest text of each band that was met, as `number * BANDS + band + 1`; its key is that of its sketch. */
  let slots = new Int32Array(FIRST_SLOTS);
  let taken = 0;
  let size = 0;

  const sketchOf = (number: number): Sketch => {
    const at = (number % PIECE) * SKETCH_SIZE;
    return (sketches[Math.floor(number / PIECE)] ?? NO_SKETCHES).subarray(at, at + SKETCH_SIZE);
  };
  const olderOf = (number: number, band: number): number => older[Math.floor(number / PIECE)]?.[(number % PIECE) * BANDS + band] ?? -1;
  /** The slot of a band: the one that holds it, or the empty one where it belongs. */
  const slotOf = (table: Int32Array, key: number, band: number): number => {
    const mask = table.length - 1;
    for (let slot = mix(key, band) & mask; ; slot = (slot + 1) & mask) {
      const held = (table[slot] ?? 0) - 1;
      if (held === -1 || (held % BANDS === band && bandKey(sketchOf(Math.floor(held / BANDS)), band) === key)) return slot;
    }
  };
  const grow = (): void => {
    const larger = new Int32Array(slots.length * 2);
    for (const entry of slots) {
      if (entry === 0) continue;
      const band = (entry - 1) % BANDS;
      larger[slotOf(larger, bandKey(sketchOf(Math.floor((entry - 1) / BANDS)), band), band)] = entry;
    }
    slots = larger;
  };
  const store = (sketch: Sketch): number => {
    const number = size;
    if (number % PIECE === 0) {
      sketches.push(new Uint16Array(PIECE * SKETCH_SIZE));
      older.push(new Int32Array(PIECE * BANDS).fill(-1));
    }
    sketches.at(-1)?.set(sketch, (number % PIECE) * SKETCH_SIZE);
    size += 1;
    return number;
  };
  return {
    add: (sketch) => {
      const number = store(sketch);
      const links = older.at(-1);
      const candidates = new Set<number>();
      for (let band = 0; band < BANDS; band += 1) {
        if ((taken + 1) * 3 > slots.length * 2) grow();
        const slot = slotOf(slots, bandKey(sketch, band), band);
        const entry = slots[slot] ?? 0;
        if (entry === 0) taken += 1;
        let other = entry === 0 ? -1 : Math.floor((entry - 1) / BANDS);
        links?.fill(other, (number % PIECE) * BANDS + band, (number % PIECE) * BANDS + band + 1);
        // A band that hundreds share is boilerplate; the other bands decide.
        for (let step = 0; other !== -1 && step < 40; step += 1) {
          candidates.add(other);
          other = olderOf(other, band);
        }
        slots[slot] = number * BANDS + band + 1;
      }
      let best: { number: number; likeness: number } | undefined;
      for (const other of candidates) {
        const value = likeness(sketch, sketchOf(other));
        if (value >= ALIKE && (best === undefined || value > best.likeness || (value === best.likeness && other < best.number))) best = { number: other, likeness: value };
      }
      return best;
    },
    size: () => size,
  };
}

const NO_SKETCHES = new Uint16Array(SKETCH_SIZE);

function bandKey(sketch: Sketch, band: number): number {
  const at = band * BAND;
  return mix(mix(sketch[at] ?? 0, sketch[at + 1] ?? 0), mix(sketch[at + 2] ?? 0, sketch[at + 3] ?? 0));
}

/** The hash of no letters. */
const EMPTY = 0x811c9dc5;
/** Between words. */
const GAP = 0;
/** Marks, tatweel and what is invisible: within a word, but not part of it. */
const SKIP = 1;

let letters: Uint16Array | undefined;

/** For each character of the basic plane what it counts as: the letter that readers take it for, `GAP` or `SKIP`. */
function buildLetters(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const char = String.fromCharCode(code);
    if (/[\p{M}\p{Cf}\u0640]/u.test(char)) table[code] = SKIP;
    else if (/[\p{L}\p{N}]/u.test(char)) table[code] = identityForm(char).charCodeAt(0) || SKIP;
  }
  return table;
}

/** Two numbers as one of 32 bits (the last steps of MurmurHash3). */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b | 0, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
