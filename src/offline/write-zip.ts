/** A folder as a ZIP file. The same files give the same bytes. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { listFiles } from '../build/sums.ts';

/** No time of the clock: the first that a ZIP can hold. */
const TIME = new Date(1980, 0, 1);

/** @param root name of the one folder inside */
export async function writeZip(folder: string, root: string, file: string): Promise<void> {
  const zip = new ZipFile();
  for (const path of await listFiles(folder)) zip.addFile(join(folder, path), `${root}/${path}`, { mtime: TIME, mode: 0o100644 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}
