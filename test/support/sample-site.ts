/** The sample archive as its readers get it: built into a folder for temporary files, served as a static host would. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { enterProject, PROJECT } from '../../scripts/support/project.ts';
import { rootPath, staticHost } from '../../scripts/support/static-host.ts';
import { runBuild } from '../../src/build/build-site.ts';
import { loadArchive } from '../../src/build/load-archive.ts';
import { TOPIC_KINDS } from '../../src/archive/settings.ts';
import type { LanguageCode } from '../../src/languages/languages.ts';
import { listPages, type Page, type PageKind } from '../../src/site/pages.ts';
import { buildSite, type Site } from '../../src/site/site.ts';
import { outputFile } from '../../src/site/urls.ts';

/** Laid over the sample archive: what it has not, such as an article with every field, a withdrawn and a foreign one. */
const EXTRA = join(PROJECT, 'test/browser/articles');

export interface SampleOptions {
  /** Files laid into the folder of the articles beside the sample's: path and text. */
  readonly added?: ReadonlyMap<string, string>;
  /** Path under which the site stands. */
  readonly base?: string;
  /** With the articles of `test/browser/articles`. */
  readonly extra?: boolean;
  /** Of the interface; the one in the settings when not said. */
  readonly language?: LanguageCode;
  /** Sent with every answer; may be told from the built site. */
  readonly headers?: (folder: string) => Promise<Readonly<Record<string, string>>>;
}

export interface SampleSite {
  /** Address of the home page; ends with a slash. */
  readonly url: string;
  readonly site: Site;
  /** Where its files are. */
  readonly folder: string;
  /** One page of every kind, of each the one with the most in it. */
  readonly pages: readonly SamplePage[];
  /** From now on connections break off for addresses that have this part; without one the network is whole again. */
  readonly interrupt: (part?: string) => void;
  /** From now on addresses that have this part are not answered, until it is called without one. */
  readonly hold: (part?: string) => void;
  readonly close: () => Promise<void>;
}

export interface SamplePage {
  /** The kind of page, for the names of tests. */
  readonly name: string;
  readonly kind?: PageKind;
  /** Below the site's address, without a slash before it. */
  readonly path: string;
}

/** Builds and serves the sample. Whoever opens it closes it, which also removes the files. */
export async function openSample({ base = '/', extra = false, headers, added = new Map(), language }: SampleOptions = {}): Promise<SampleSite> {
  enterProject();
  const temporary = await mkdtemp(join(tmpdir(), 'warraq-sample-'));
  const folders = { articles: join(PROJECT, 'articles'), data: join(PROJECT, '_data'), language };
  if (extra || added.size > 0) {
    const sample = folders.articles;
    folders.articles = join(temporary, 'articles');
    await cp(sample, folders.articles, { recursive: true });
    if (extra) await cp(EXTRA, folders.articles, { recursive: true });
    for (const [path, text] of added) {
      await mkdir(dirname(join(folders.articles, path)), { recursive: true });
      await writeFile(join(folders.articles, path), text);
    }
  }
  const folder = join(temporary, 'site');
  await runBuild({ ...folders, out: folder, base });
  const { archive, settings } = await loadArchive(folders);
  const site = buildSite(archive, settings, { origin: settings.site.url, base });

  const host = staticHost(folder, base);
  const sent = Object.entries((await headers?.(folder)) ?? {});
  let broken: string | undefined;
  let held: string | undefined;
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    if (broken !== undefined && request.url?.includes(broken) === true) {
      request.socket.destroy();
      return;
    }
    for (const [name, value] of sent) response.setHeader(name, value);
    if (held !== undefined && request.url?.includes(held) === true) waiting.push(() => { host(request, response); });
    else host(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server on a port has a port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}${rootPath(base)}`,
    site,
    folder,
    pages: pickPages(site, folder),
    interrupt: (part) => {
      broken = part;
    },
    hold: (part) => {
      held = part;
      if (part !== undefined) return;
      for (const answer of waiting) answer();
      waiting = [];
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** Each kind of page once; a kind that the build does not have would be a page that no test looks at. */
const KINDS: Readonly<Record<PageKind, string>> = {
  home: 'home page',
  article: 'article',
  day: 'day',
  month: 'month',
  year: 'year',
  dates: 'dates',
  hijri: 'Hijri calendar',
  hijriYear: 'Hijri year',
  hijriMonth: 'Hijri month',
  topicIndex: 'topic index',
  topic: 'topic',
  topicPeriod: 'topic’s year',
  dossiers: 'dossiers',
  data: 'data',
  dossier: 'dossier',
  onThisDay: 'days of the year',
  anniversary: 'day of the year',
  about: 'about page',
  history: 'history of changes',
  historyPeriod: 'month of the history',
  words: 'words over time',
  readingList: 'reading list',
  search: 'search page',
  offline: 'page about reading offline',
  notFound: 'page for what is not there',
};

function pickPages(site: Site, folder: string): readonly SamplePage[] {
  const pages = listPages(site);
  const fullest = (name: string, candidates: readonly Page[]): SamplePage => {
    const [best] = candidates.map(({ kind, path }) => ({ kind, path, size: statSync(join(folder, outputFile(path))).size })).sort((a, b) => b.size - a.size);
    if (best === undefined) throw new Error(`The sample has no page for: ${name}`);
    return { name, kind: best.kind, path: best.path.slice(1) };
  };
  const ofKind = (kind: PageKind): readonly Page[] => pages.filter((page) => page.kind === kind);
  const single = (Object.keys(KINDS) as PageKind[]).filter((kind) => kind !== 'topicIndex' && kind !== 'topic').map((kind) => fullest(KINDS[kind], ofKind(kind)));
  const indexes = TOPIC_KINDS.map((topic) => fullest(`index of ${topic}s`, ofKind('topicIndex').filter((page) => page.topic === topic)));
  // What is known of people and places stands on their pages only, and a section has feeds.
  const topics = TOPIC_KINDS.map((topic) => fullest(`page of a ${topic}`, ofKind('topic').filter((page) => page.topic === topic)));
  const hijriDay = fullest('day of the Hijri year', ofKind('anniversary').filter(({ path }) => path.includes('/hijri/')));
  const special = ['withdrawn', 'english'].flatMap((word): readonly SamplePage[] => {
    const found = pages.find(({ kind, subject }) => kind === 'article' && subject === `${word}-sample`);
    return found === undefined ? [] : [{ name: `${word} article`, path: found.path.slice(1) }];
  });
  return [
    ...single,
    ...indexes,
    ...topics,
    hijriDay,
    ...special,
    { name: 'words over time, drawn', path: `words/?q=${encodeURIComponent('المناخ')}&q=${encodeURIComponent('مصر')}` },
    { name: 'search with results', path: `search/?q=${encodeURIComponent('المناخ')}` },
    { name: 'search that is narrowed', path: `search/?q=${encodeURIComponent('مصر')}&from=2021&to=2021&section=${encodeURIComponent('رياضة')}&section=${encodeURIComponent('ثقافة')}` },
    { name: 'search with a word that stands nowhere', path: `search/?q=${encodeURIComponent('المناخ زقزقزق')}` },
    { name: 'search without results', path: `search/?q=${encodeURIComponent('زقزقزق')}` },
  ];
}
