/** A bag for archives of archives (BagIt 1.0, RFC 8493): the article files, the settings and the site, with their sums. */
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashFiles, listFiles, renderSums, SUMS_FILE } from '../build/sums.ts';
import { BAG_INFO, PAYLOAD, TAG_SUMS_FILE } from './verify-folder.ts';

export interface BagSources {
  readonly articles: string;
  readonly data: string;
  readonly site: string;
}

export interface BagLabels {
  readonly organization: string;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  /** `2024-01-31`; the caller brings the clock. */
  readonly date: string;
  /** Name and version of the program. */
  readonly agent: string;
}

const AT_ONCE = 16;

/** Fills an empty folder. @returns files and bytes of the payload */
export async function writeBag({ articles, data, site }: BagSources, labels: BagLabels, folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  for (const [source, name] of [[articles, 'articles'], [data, 'settings'], [site, 'site']] as const) await copyTree(source, join(folder, PAYLOAD, name));
  const payload = (await listFiles(join(folder, PAYLOAD))).map((path) => `${PAYLOAD}${path}`);
  const sizes = await Promise.all(payload.map(async (path) => (await stat(join(folder, path))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const tags: Readonly<Record<string, string>> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    [BAG_INFO]: renderInfo([
      ['Source-Organization', labels.organization],
      ['External-Identifier', labels.address],
      ['External-Description', `${labels.title}: ${labels.description}`],
      ['Bagging-Date', labels.date],
      ['Bag-Software-Agent', labels.agent],
      ['Payload-Oxum', `${String(bytes)}.${String(payload.length)}`],
    ]),
    [SUMS_FILE]: renderSums(hashFiles(folder, payload)),
  };
  for (const [name, text] of Object.entries(tags)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, TAG_SUMS_FILE), renderSums(hashFiles(folder, Object.keys(tags))));
  return { files: payload.length, bytes };
}

/** A line for each label; a label's text may not hold line ends. */
function renderInfo(labels: readonly (readonly [string, string])[]): string {
  return labels.map(([name, value]) => `${name}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** Copies files, not links: a bag must not hold a file from elsewhere on the machine. */
async function copyTree(source: string, target: string): Promise<void> {
  const paths = await listFiles(source);
  const folders = new Set(paths.map((path) => dirname(join(target, path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (let start = 0; start < paths.length; start += AT_ONCE) await Promise.all(paths.slice(start, start + AT_ONCE).map((path) => copyFile(join(source, path), join(target, path))));
}
