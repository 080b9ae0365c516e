/** Where the files of a build are made: in the build's own process for a few, in each worker for many. */
import { join } from 'node:path';
import type { Assets } from '../../_includes/context.ts';
import { createRenderer } from '../eleventy/create-renderer.ts';
import { isPicture, type MachineFile } from '../formats/machine-file.ts';
import { scalePicture } from './pictures/scale-picture.ts';
import type { Written } from '../eleventy/output-places.ts';
import type { Output } from '../plan/blocks.ts';
import type { Plan } from '../plan/plan.ts';
import type { Article, ArticleId } from '../article/article.ts';
import type { Related, RelatedArticles } from '../archive/related.ts';
import type { Page } from '../site/pages.ts';
import type { Site } from '../site/site.ts';
import { relatedTo, tellRelated } from '../site/views/article.ts';
import { createCollector } from './collect-garbage.ts';
import type { Made } from './made-files.ts';
import { writeStaged } from './write-file.ts';

/** An output as another process names it: pages are plain data, files for machines are found in the plan. */
export type OutputName = Pick<Output, 'file' | 'block'> & {
  readonly page?: Page;
  /** Of the page of an article: what the build knows already, and each process would have to find for all articles. */
  readonly related?: readonly { readonly id: ArticleId; readonly shared: readonly string[] }[];
};

export function nameOf(site: Site, output: Output): OutputName {
  if (!('page' in output)) return { file: output.file, block: output.block };
  const article = articleOf(site, output.page);
  return article === undefined ? output : { ...output, related: relatedTo(site, article).map(({ article: { id }, shared }) => ({ id, shared })) };
}

function articleOf({ archive }: Site, { kind, subject }: Page): Article | undefined {
  return kind === 'article' ? archive.byId.get(subject as ArticleId) : undefined;
}

export interface Workshop {
  /** The outputs of the plan that another process has named. */
  find(names: readonly OutputName[]): readonly Output[];
  /** Renders outputs of the plan into the stage. @param onProgress called with the number rendered so far */
  render(outputs: readonly Output[], onProgress?: (done: number) => void): Promise<readonly Made[]>;
}

export interface WorkshopOptions {
  readonly assets: Assets;
  readonly stage: string;
  /** Folder of the articles, beside which the pictures lie. */
  readonly articles: string;
}

const PROGRESS_STEP = 100;

/** Garbage that is worth the tenths of a second which looking through all else takes. In bytes. */
const MUCH_GARBAGE = 160_000_000;

/** A site with its plan. */
export interface PlannedSite {
  readonly site: Site;
  readonly plan: Plan;
}

export function createWorkshop({ site, plan }: PlannedSite, { assets, stage, articles }: WorkshopOptions): Workshop {
  const render = createRenderer(site, assets);
  const collect = createCollector(MUCH_GARBAGE);
  return {
    find: createFinder(site, plan),
    render: async (wanted, onProgress) => {
      // Eleventy takes a third of a second to load, which a build with nothing to do should not wait for.
      const { renderOutputs } = await import('../eleventy/render-outputs.ts');
      const made: Made[] = [];
      const keep = (file: string, { bytes, sum }: Written): void => {
        made.push({ file, bytes, sum });
        if (made.length % PROGRESS_STEP !== 0) return;
        onProgress?.(made.length);
        // The tables of a year leave a hundred megabytes each, and come before the end of their batch.
        collect();
      };
      await renderOutputs({
        outputs: wanted.filter((output) => !('machine' in output) || !isPicture(output.machine)),
        render,
        folder: stage,
        onRendered: ({ file }, written) => {
          keep(file, written);
        },
      });
      for (const output of wanted) {
        const bytes = 'machine' in output ? await drawPicture(output.machine, articles) : undefined;
        if (bytes === undefined) continue;
        keep(output.file, await writeStaged(stage, output.file, bytes));
      }
      collect();
      return made;
    },
  };
}

/** Lists a block when one of its outputs is asked for, and holds the last one only: the work comes block by block. */
function createFinder(site: Site, { blocks }: Plan): Workshop['find'] {
  const byName = new Map(blocks.map((block) => [block.name, block]));
  let last: { readonly name: string; readonly outputs: ReadonlyMap<string, Output> } | undefined;
  const find = ({ file, block, page }: OutputName): Output => {
    if (page !== undefined) return { file, block, page };
    if (last?.name !== block) last = { name: block, outputs: new Map(byName.get(block)?.outputs().map((output) => [output.file, output])) };
    const output = last.outputs.get(file);
    if (output === undefined) throw new Error(`The plan has no ${file}`);
    return output;
  };
  return (names) => {
    tellRelated(site, readRelated(site, names));
    return names.map(find);
  };
}

function readRelated(site: Site, names: readonly OutputName[]): RelatedArticles {
  return new Map(names.flatMap(({ page, related }): [ArticleId, readonly Related[]][] => {
    const article = page && articleOf(site, page);
    return article === undefined || related === undefined ? [] : [[article.id, related.flatMap(({ id, shared }) => {
      const other = site.archive.byId.get(id);
      return other === undefined ? [] : [{ article: other, shared }];
    })]];
  }));
}

/** Undefined for a file that is no picture. What draws is loaded when there is something to draw. */
async function drawPicture({ card, scaled }: MachineFile, articles: string): Promise<Buffer | undefined> {
  if (card === undefined) return scaled && scalePicture(join(articles, scaled.source), scaled);
  const { loadCardDrawer } = await import('./pictures/draw-card.ts');
  return (await loadCardDrawer())(card);
}
