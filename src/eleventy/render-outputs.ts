/** Carries a plan's outputs to files: pages through Eleventy, files for machines as they are. */
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import Eleventy from '@11ty/eleventy';
import type { Output } from '../plan/blocks.ts';
import { isTable } from '../plan/work.ts';
import { createTextEncoder } from './encode-text.ts';
import { TEMPLATES } from './configure.ts';
import { createPlaceFinder, type Written } from './output-places.ts';
import { writeTables } from './write-tables.ts';

export interface RenderJob {
  readonly outputs: readonly Output[];
  /** From an output to its text; kept from job to job, since it remembers what pages share. */
  readonly render: (output: Output) => string;
  /** Folder that receives the files. */
  readonly folder: string;
  /** Called with each file that was written. */
  readonly onRendered?: (output: Output, written: Written) => void;
}

/** Pages of a run: Eleventy's own work for one is as much as making a page, so it is given them in runs. */
const RUN = 50;

/** Renders and writes every output. Must run with the project's root as working directory: Eleventy resolves all paths from there. */
export async function renderOutputs({ outputs, ...job }: RenderJob): Promise<void> {
  const write = createWriter(job);
  const pages = outputs.filter((output) => 'page' in output);
  // No template and no layout has a part in the files for machines, so Eleventy would only cost its time. Those of an article are made with its page.
  const others = new Map<string, Output[]>();
  const alone: Output[] = [];
  for (const output of outputs) {
    if ('page' in output) continue;
    const article = output.machine.article?.id;
    if (article === undefined) alone.push(output);
    else others.set(article, [...(others.get(article) ?? []), output]);
  }
  const takeOthers = (id: string): readonly Output[] => {
    const own = others.get(id) ?? [];
    others.delete(id);
    return own;
  };
  const runs = Array.from({ length: Math.ceil(pages.length / RUN) }, (_, at) => pages.slice(at * RUN, (at + 1) * RUN));
  if (runs.length > 0) {
    await runEleventy(runs, (page) => {
      write(page);
      if ('page' in page && page.page.kind === 'article') takeOthers(page.page.subject).forEach(write);
    });
  }
  [...others.values()].flat().forEach(write);
  alone.filter((output) => !isTable(output)).forEach(write);
  writeTables(alone.filter(isTable), job);
}

/** From an output to its file. */
function createWriter({ render, folder, onRendered }: Omit<RenderJob, 'outputs'>): (output: Output) => void {
  const encode = createTextEncoder();
  const findPlace = createPlaceFinder(folder);
  return (output) => {
    const bytes = encode(render(output));
    writeFileSync(findPlace(output), bytes);
    onRendered?.(output, { bytes: bytes.length, sum: hash('sha256', bytes, 'hex') });
  };
}

async function runEleventy(runs: readonly (readonly Output[])[], write: (output: Output) => void): Promise<void> {
  const eleventy = new Eleventy(TEMPLATES, '_none', {
    quietMode: true,
    source: 'script',
    configPath: '.eleventy.ts',
    config: (config) => {
      config.addGlobalData('runs', runs.map((_, at) => at));
      config.addTransform('outputs', (content) => {
        const run = runs[Number(content)];
        if (run === undefined) throw new Error(`Eleventy asked for run ${content}, which there is not`);
        run.forEach(write);
        return content;
      });
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    throw rootCause(error);
  }
}

/** Eleventy wraps what went wrong in layers that name every file of the run; the user needs the fault itself. */
function rootCause(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const inner = 'originalError' in error ? error.originalError : 'cause' in error ? error.cause : undefined;
  return inner === undefined ? error : rootCause(inner);
}
