/** Sizes of the pictures of the media folder. What was read once is kept under the digest of the file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PictureFacts } from '../../site/pictures.ts';
import { isMedia, type Scan } from '../scan-files.ts';
import { writeWhole } from '../write-file.ts';

const CACHE_FILE = 'pictures.json';
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif)$/iu;

/** Width, height and whether it can be scaled; none for a file that is no picture. */
const knownSchema = z.record(z.string(), z.union([z.tuple([z.number(), z.number(), z.boolean()]), z.null()]));
type Known = z.output<typeof knownSchema>;

/** By path on the site. @param cache where facts are kept; without one all files are read */
export async function readPictureFacts(folder: string, { files }: Scan, cache?: string): Promise<ReadonlyMap<string, PictureFacts | undefined>> {
  const pictures = files.filter(({ name, link, fault }) => isMedia(name) && PICTURE.test(name) && !link && fault === undefined);
  if (pictures.length === 0) return new Map();
  const file = cache === undefined ? undefined : join(cache, CACHE_FILE);
  const old = knownSchema.safeParse(parseJson(file === undefined ? '' : await readFile(file, 'utf8').catch(() => '')));
  const known: Known = old.success ? old.data : {};
  const facts: Known = {};
  let fresh = false;
  for (const { name, digest } of pictures) {
    const before = known[digest];
    fresh ||= before === undefined;
    facts[digest] = before === undefined ? await measure(join(folder, name)) : before;
  }
  if (file !== undefined && fresh) await writeWhole(file, JSON.stringify(facts));
  return new Map(
    pictures.map(({ name, digest }): [string, PictureFacts | undefined] => {
      const fact = facts[digest];
      return [`/${name}`, fact ? { digest, width: fact[0], height: fact[1], scalable: fact[2] } : undefined];
    }),
  );
}

async function measure(file: string): Promise<Known[string]> {
  const { default: sharp } = await import('sharp');
  try {
    const { autoOrient, format, pages = 1 } = await sharp(file).metadata();
    return [autoOrient.width, autoOrient.height, pages === 1 && format !== 'gif' && format !== 'svg'];
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
