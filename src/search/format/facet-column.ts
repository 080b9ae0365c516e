/** One facet of a segment: its values, and for each article which of them it has. */
import { ByteReader, ByteWriter } from './bytes.ts';

export interface FacetColumn {
  readonly values: readonly string[];
  /** Where the values of an article begin in `items`; one more than articles. */
  readonly starts: Uint32Array;
  /** Places in `values`. */
  readonly items: Uint32Array;
}

/** @param rows values of each article, in order */
export function writeFacetColumn(rows: readonly (readonly string[])[]): Uint8Array {
  const values = [...new Set(rows.flat())].sort();
  const places = new Map(values.map((value, place) => [value, place]));
  const writer = new ByteWriter();
  writer.varint(values.length);
  for (const value of values) writer.text(value);
  writer.varint(rows.length);
  for (const row of rows) {
    const unique = new Set(row);
    writer.varint(unique.size);
    for (const value of unique) writer.varint(places.get(value) ?? 0);
  }
  return writer.finish();
}

export function readFacetColumn(bytes: Uint8Array): FacetColumn {
  const reader = new ByteReader(bytes);
  const values = Array.from({ length: reader.varint() }, () => reader.text());
  const articles = reader.varint();
  const starts = new Uint32Array(articles + 1);
  const items: number[] = [];
  for (let article = 0; article < articles; article += 1) {
    const length = reader.varint();
    for (let item = 0; item < length; item += 1) items.push(reader.varint());
    starts[article + 1] = items.length;
  }
  return { values, starts, items: Uint32Array.from(items) };
}
