/** Images and other attachments: copied as they are. Links are left out: they could publish any file of the machine. */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ManifestEntry } from './manifest.ts';
import { isMedia, type Scan } from './scan-files.ts';

/** The entries of all media of a scan. */
export function mediaEntries({ files }: Scan): readonly (readonly [file: string, entry: ManifestEntry])[] {
  return files.filter(({ name, link, fault }) => isMedia(name) && !link && fault === undefined).map(({ name, digest, stamp }) => [name, { key: digest, digest, bytes: stamp.size }]);
}

export async function copyMedia(articles: string, file: string, stage: string): Promise<void> {
  await mkdir(dirname(join(stage, file)), { recursive: true });
  await copyFile(join(articles, file), join(stage, file));
}
