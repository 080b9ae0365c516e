/** Carries a plan's outputs through Eleventy to files. */
import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Assets, PageContext } from '../../_includes/context.ts';
import { renderPage } from '../../_includes/render-page.tsx';
import { buildHead } from '../formats/head.ts';
import type { Output } from '../plan/plan.ts';
import type { Site } from '../site/site.ts';
import { href } from '../site/urls.ts';
import { buildPageView } from '../site/views/page-view.ts';
import { TEMPLATES } from './configure.ts';

export interface RenderJob {
  readonly site: Site;
  readonly outputs: readonly Output[];
  readonly assets: Assets;
  /** Folder that receives the files. */
  readonly folder: string;
  /** Called now and then with the number of outputs rendered so far. */
  readonly onProgress?: (done: number) => void;
}

const PROGRESS_STEP = 500;

/** Renders and writes every output. Must run with the project's root as working directory: Eleventy resolves all paths from there. */
export async function renderOutputs({ site, outputs, assets, folder, onProgress }: RenderJob): Promise<void> {
  if (outputs.length === 0) return;
  const renderOutput = createRenderer(site, assets);
  let done = 0;
  const eleventy = new Eleventy(TEMPLATES, relative(process.cwd(), folder), {
    quietMode: true,
    source: 'script',
    configPath: '.eleventy.ts',
    config: (config) => {
      config.addGlobalData('outputs', outputs);
      config.addTransform('outputs', (content) => {
        const output = outputs[Number(content)];
        if (output === undefined) throw new Error(`Eleventy asked for output ${content}, which the plan does not have`);
        done += 1;
        if (done % PROGRESS_STEP === 0) onProgress?.(done);
        return Buffer.from(renderOutput(output));
      });
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/** From an output to its text. */
export function createRenderer(site: Site, assets: Assets): (output: Output) => string {
  const context: PageContext = { siteName: site.settings.site.name, assets, href: (path) => href(site.address, path) };
  return (output) => {
    if ('machine' in output) return output.machine.render();
    const view = buildPageView(site, output.page);
    return renderPage(view, buildHead(site, view), context);
  };
}
