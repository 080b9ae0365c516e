/** Keys of outputs: equal keys mean equal bytes, so that a file whose key is in the last build's manifest is left alone. */
import type { Article, ArticleId } from '../article/article.ts';
import { TOPIC_KINDS } from '../archive/settings.ts';
import { buildHead } from '../formats/head.ts';
import { isPicture } from '../formats/machine-file.ts';
import { picturesOf } from '../site/pictures.ts';
import type { Site } from '../site/site.ts';
import { buildPageView } from '../site/views/page-view.ts';
import { digestData, digestList, digestOf, type Digest } from './digest.ts';
import { createInputs, topicFacts } from './inputs.ts';
import type { Output } from './plan.ts';

/** What every page depends on beside the archive. */
export interface Programme {
  /** Digest of the code, templates and libraries that pages are made with. */
  readonly code: Digest;
  /** Digest of what pages link to, such as styles. */
  readonly assets: Digest;
  /** Digest of what draws pictures. */
  readonly pictures: Digest;
}

/** Makes the keys of one site's outputs. @param articles a digest of each article's file, by id */
export function createKeys(site: Site, articles: ReadonlyMap<ArticleId, Digest>, { code, assets, pictures }: Programme): (output: Output) => Digest {
  // Names come in with the topics, dossiers, redirects and the history of changes with their own pages, so that a word about one tag does not build
  // every page anew.
  const common = digestList([code, assets, digestData({ ...site.settings, names: undefined, dossiers: undefined, redirects: undefined, history: undefined }), digestData(site.address)]);
  const inputsOf = createInputs(site);
  const known = articleDigests(site, articles);
  const shown = (article: Article | undefined): Digest => (article === undefined ? '-' : (known.get(article.id) ?? ''));
  return (output) => {
    // Drawing is dear: a picture is made anew for what is on it, and not for another style of the pages.
    if ('machine' in output && isPicture(output.machine)) return digestOf(`${pictures} ${output.file} ${output.machine.render()}`);
    const inputs = 'machine' in output ? output.machine.inputs : inputsOf(output.page);
    const own = inputs === undefined ? contentDigest(site, output) : `${inputs.articles.map(shown).join(' ')}\u0000${inputs.facts.join('\u0000')}`;
    return digestOf(`${common} ${output.file} ${own}`);
  };
}

/** For outputs without inputs: all that the page will show, or the file itself. */
function contentDigest(site: Site, output: Output): Digest {
  if ('machine' in output) return digestOf(output.machine.render());
  const view = buildPageView(site, output.page);
  return digestData([view, buildHead(site, view)]);
}

/** Each article with the names and addresses of the topics that a page may show beside it. */
function articleDigests({ archive, pictures }: Site, files: ReadonlyMap<ArticleId, Digest>): ReadonlyMap<ArticleId, Digest> {
  const own = new Map<ArticleId, Digest>(files);
  for (const kind of TOPIC_KINDS) {
    for (const topic of archive.topics[kind]) {
      const fact = digestOf(topicFacts(topic).join('\u0000'));
      for (const { id } of topic.articles) own.set(id, `${own.get(id) ?? ''}${fact}`);
    }
  }
  if (pictures.size > 0) for (const article of archive.articles) for (const path of picturesOf(article)) own.set(article.id, `${own.get(article.id) ?? ''}${pictures.get(path)?.digest ?? '-'}`);
  for (const [id, text] of own) own.set(id, digestOf(text));
  return own;
}
