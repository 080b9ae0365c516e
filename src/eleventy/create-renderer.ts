/** From the outputs of a plan to their text. */
import type { Assets, PageContext } from '../../_includes/context.ts';
import { renderPage } from '../../_includes/render-page.tsx';
import { scriptDigest } from '../formats/content-policy.ts';
import { buildHead } from '../formats/head.ts';
import type { Content } from '../plan/blocks.ts';
import type { Site } from '../site/site.ts';
import { LANGUAGES } from '../languages/languages.ts';
import { usedTopicKinds } from '../site/topic-areas.ts';
import { href, paths, PREVIEW_ORIGIN } from '../site/urls.ts';
import { buildPageView } from '../site/views/page-view.ts';

const LANGUAGE_NAMES = Object.fromEntries(Object.values(LANGUAGES).map(({ code, name }) => [code, name]));

/** From an output to its text. */
export function createRenderer(site: Site, assets: Assets): (output: Content) => string {
  // What an editor looks at must be what was just written.
  const kept = site.settings.site.offline === 'true' && site.address.origin !== PREVIEW_ORIGIN;
  const serviceWorker = kept ? href(site.address, paths.serviceWorker) : undefined;
  const context: PageContext = { siteName: site.settings.site.name, topicKinds: usedTopicKinds(site.archive), language: site.text.language, languageNames: LANGUAGE_NAMES, style: site.text.style, assets, href: (path) => href(site.address, path), serviceWorker };
  const scripts = [scriptDigest(assets.firstScript)];
  return (output) => {
    if ('machine' in output) return output.machine.render();
    const view = buildPageView(site, output.page);
    return renderPage(view, buildHead(site, view, scripts), context);
  };
}
