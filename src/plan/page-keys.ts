/** Keys of outputs: equal keys mean equal bytes, so that a file whose key is in the last build's manifest is left alone. */
import type { Article, ArticleId } from '../article/article.ts';
import type { Archive, Period } from '../archive/archive.ts';
import { TOPIC_KINDS } from '../archive/settings.ts';
import { hasCards } from '../formats/card.ts';
import { buildHead } from '../formats/head.ts';
import { isPicture } from '../formats/machine-file.ts';
import { picturesOf } from '../site/pictures.ts';
import type { Site } from '../site/site.ts';
import { usedTopicKinds } from '../site/topic-areas.ts';
import { buildPageView } from '../site/views/page-view.ts';
import { ArticleDigests } from './article-digests.ts';
import { digestData, digestList, digestOf, type Digest } from './digest.ts';
import { createInputs, topicFacts } from './inputs.ts';
import type { Block, Output } from './blocks.ts';

/** What every page depends on beside the archive. */
export interface Programme {
  /** Digest of the code, templates and libraries that pages are made with. */
  readonly code: Digest;
  /** Digest of what pages link to, such as styles. */
  readonly assets: Digest;
  /** Digest of what draws pictures. */
  readonly pictures: Digest;
}

export interface Keys {
  readonly ofOutput: (output: Output) => Digest;
  /** Equal keys mean that nothing has changed in what a file may show of the articles. */
  readonly ofArticles: (articles: readonly Article[]) => Digest;
  /** Equal keys mean that a block has the same files under the same keys. Undefined for blocks that are looked at file by file. */
  readonly ofBlock: (block: Block) => Digest | undefined;
}

/** Makes the keys of one site's outputs. @param articles a digest of each article's file, by id */
export function createKeys(site: Site, articles: ReadonlyMap<ArticleId, Digest>, { code, assets, pictures }: Programme): Keys {
  // Names come in with the topics, dossiers, redirects and the history of changes with their own pages, so that a word about one tag does not build
  // every page anew. The first topic of a kind does, since the navigation leads there from then on.
  const common = digestList([code, assets, digestData({ ...site.settings, names: undefined, dossiers: undefined, redirects: undefined, history: undefined }), digestData(site.address), usedTopicKinds(site.archive).join()]);
  const inputsOf = createInputs(site);
  const shown = digestShown(site, articles);
  // Several files show all articles of the same year, topic or archive.
  const known = new WeakMap<readonly (Article | undefined)[], Digest>();
  const shownOf = (list: readonly (Article | undefined)[]): Digest => {
    const found = known.get(list) ?? shown.of(list);
    if (list.length > MANY) known.set(list, found);
    return found;
  };
  return {
    ofOutput: (output) => {
      // Drawing is dear: a picture is made anew for what is on it, and not for another style of the pages.
      if ('machine' in output && isPicture(output.machine)) return digestOf(`${pictures} ${output.file} ${output.machine.render()}`);
      const inputs = 'machine' in output ? output.machine.inputs : inputsOf(output.page);
      const own = inputs === undefined ? contentDigest(site, output) : `${shownOf(inputs.articles)}\u0000${inputs.facts.join('\u0000')}`;
      return digestOf(`${common} ${output.file} ${own}`);
    },
    ofArticles: (all) => digestOf(`${common} ${shownOf(all)}`),
    ofBlock: createBlockKeys(site, [common, pictures, hasCards(site) ? 'card' : ''].join(' '), shown),
  };
}

/** So many are worth remembering. */
const MANY = 100;

/** Keys of blocks, of all that the inputs of their files are taken from (`inputs.ts`). */
function createBlockKeys({ archive }: Site, common: string, shown: ArticleDigests): Keys['ofBlock'] {
  const past = digestPast(archive, shown);
  const newer = createNewerKeys(archive);
  return ({ subject }) => {
    switch (subject.kind) {
      case 'year': {
        const { key, articles: [newest] } = subject.year;
        const position = newest && archive.positions.get(newest.id);
        if (position === undefined) return undefined;
        return digestList([common, key, past.get(key) ?? '', shown.of([archive.articles[position - 1]]), ...newer(key)]);
      }
      case 'topic':
        return digestList([common, topicFacts(subject.topic).join('\u0000'), shown.at(subject.topic.positions)]);
      case 'shared':
        return undefined;
    }
  };
}

/**
 * For each year a digest of its articles and of all that are older than its newest one: related articles may be any of those. What is older is told by the order of
 * articles, since one of another zone can stand between those of another year.
 */
function digestPast({ articles, years, positions }: Archive, shown: ArticleDigests): ReadonlyMap<string, Digest> {
  const begins = years.flatMap(({ key, articles: [newest] }): [string, number][] => {
    const position = newest && positions.get(newest.id);
    return position === undefined ? [] : [[key, position]];
  });
  const past = new Map<string, Digest>();
  let digest = '';
  let end = articles.length;
  for (const [key, begin] of begins.sort(([, a], [, b]) => b - a)) {
    digest = digestOf(`${digest} ${shown.between(begin, end)}`);
    end = begin;
    past.set(key, digest);
  }
  return past;
}

/** The year, month and day that come after those of a year: its last pages lead there. */
function createNewerKeys(archive: Archive): (year: string) => readonly string[] {
  const newerOf = (periods: readonly Period[]): ReadonlyMap<string, string> => {
    const newer = new Map<string, string>();
    periods.forEach(({ key }, at) => {
      const year = key.slice(0, 4);
      if (!newer.has(year)) newer.set(year, periods[at - 1]?.key ?? '');
    });
    return newer;
  };
  const all = [archive.years, archive.months, archive.days].map(newerOf);
  return (year) => all.map((newer) => newer.get(year) ?? '');
}

/** For outputs without inputs: all that the page will show, or the file itself. */
function contentDigest(site: Site, output: Output): Digest {
  if ('machine' in output) return digestOf(output.machine.render());
  const view = buildPageView(site, output.page);
  return digestData([view, buildHead(site, view)]);
}

/** Each article with the names and addresses of the topics, and with the pictures, that a page may show beside it. */
function digestShown({ archive, pictures }: Site, files: ReadonlyMap<ArticleId, Digest>): ArticleDigests {
  const shown = new ArticleDigests(archive, files);
  for (const kind of TOPIC_KINDS) for (const topic of archive.topics[kind]) shown.add(topic.positions, topicFacts(topic).join('\u0000'));
  if (pictures.size > 0) for (const [position, article] of archive.articles.entries()) for (const path of picturesOf(article)) shown.add([position], pictures.get(path)?.digest ?? '-');
  return shown;
}
