/** Styles, fonts and scripts: bundled anew when their sources have changed, taken from the old site when not. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { z } from 'zod';
import type { Assets } from '../../_includes/context.ts';
import { digestList, digestOf, type Digest } from '../plan/digest.ts';
import type { Site } from '../site/site.ts';
import type { SiteAddress } from '../site/urls.ts';
import { buildAssets, endBundler, type AssetOptions } from './build-assets.ts';
import { buildEntries, type Manifest, type ManifestEntry } from './manifest.ts';
import { writeWhole } from './write-file.ts';

const CACHE_FILE = 'assets.json';

const cacheSchema = z.object({
  key: z.string(),
  assets: z.object({ style: z.string(), readingStyle: z.string(), datesStyle: z.string(), searchStyle: z.string(), toolsStyle: z.string(), homeScript: z.string(), articleScript: z.string(), firstScript: z.string(), readerScript: z.string(), searchScript: z.string(), wordsScript: z.string(), readingListScript: z.string(), searchWorker: z.string(), offlineScript: z.string(), pageScript: z.string(), icon: z.string(), preload: z.array(z.string()) }),
  files: z.array(z.tuple([z.string(), z.object({ key: z.string(), digest: z.string(), bytes: z.number() })])),
});

export interface BuiltAssets {
  readonly assets: Assets;
  readonly files: readonly (readonly [file: string, entry: ManifestEntry])[];
}

/** What of a site its scripts depend on. */
export function assetOptions({ settings, text }: Site): AssetOptions {
  return { offline: settings.site.offline === 'true', style: { digits: text.style.digits, months: text.style.months }, language: text.language };
}

/** @param code digest of the sources of the assets */
export async function prepareAssets({ stage, cache, code, address, options, live }: { readonly stage: string; readonly cache: string; readonly code: Digest; readonly address: SiteAddress; readonly options: AssetOptions; readonly live: Manifest | undefined }): Promise<BuiltAssets> {
  const key = digestList([code, address.origin, address.base, JSON.stringify({ ...options, language: options.language.code })]);
  const known = cacheSchema.safeParse(parseJson(await readFile(join(cache, CACHE_FILE), 'utf8').catch(() => '')));
  if (known.success && known.data.key === key && known.data.files.every(([file, { digest }]) => buildEntries(live).get(file)?.digest === digest)) return known.data;
  // In the order in which they will be read from the cache: pages are keyed with a digest of them.
  const assets = cacheSchema.shape.assets.parse(await buildAssets(stage, address, options));
  await endBundler();
  const names = (await glob(['assets/**', 'icons/**', 'sw.js'], { cwd: stage })).sort();
  const files = await Promise.all(
    names.map(async (file): Promise<[string, ManifestEntry]> => {
      const content = await readFile(join(stage, file));
      return [file, { key: digestOf(content), digest: digestOf(content), bytes: content.length }];
    }),
  );
  await writeWhole(join(cache, CACHE_FILE), JSON.stringify({ key, assets, files }));
  return { assets, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
