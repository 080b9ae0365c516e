/** JSON Lines, read line by line; `.gz` or not. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export async function readJsonLines<T>(path: string): Promise<readonly T[]> {
  const file = createReadStream(path);
  const rows: T[] = [];
  for await (const line of createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file, crlfDelay: Infinity })) {
    if (line.trim() !== '') rows.push(JSON.parse(line) as T);
  }
  return rows;
}
