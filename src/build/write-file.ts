/** Files that are either whole or not there: written beside their place, then renamed into it. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}.new`;
  await writeFile(draft, content);
  await rename(draft, file);
}
