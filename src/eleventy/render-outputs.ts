/** Carries a plan's outputs to files: pages through Eleventy, files for machines as they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Output } from '../plan/blocks.ts';
import { TEMPLATES } from './configure.ts';

export interface RenderJob {
  readonly outputs: readonly Output[];
  /** From an output to its text; kept from job to job, since it remembers what pages share. */
  readonly render: (output: Output) => string;
  /** Folder that receives the files. */
  readonly folder: string;
  /** Called with each file as it is about to be written. */
  readonly onRendered?: (output: Output, bytes: Uint8Array) => void;
}

/** Outputs that one run of Eleventy is given: it holds on to what it has written until it ends. */
const RUN = 250;

/** Renders and writes every output. Must run with the project's root as working directory: Eleventy resolves all paths from there. */
export async function renderOutputs({ outputs, ...job }: RenderJob): Promise<void> {
  for (let start = 0; start < outputs.length; start += RUN) {
    const run = outputs.slice(start, start + RUN);
    const pages = run.filter((output) => 'page' in output);
    if (pages.length > 0) await runEleventy({ ...job, outputs: pages });
    writeMachineFiles({ ...job, outputs: run.filter((output) => 'machine' in output) });
  }
}

/** No template and no layout has a part in these, so Eleventy would only cost its time. */
function writeMachineFiles({ outputs, render, folder, onRendered }: RenderJob): void {
  const made = new Set<string>();
  for (const output of outputs) {
    const bytes = Buffer.from(render(output));
    onRendered?.(output, bytes);
    const place = join(folder, output.file);
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(place, bytes);
  }
}

async function runEleventy({ outputs, render, folder, onRendered }: RenderJob): Promise<void> {
  const eleventy = new Eleventy(TEMPLATES, relative(process.cwd(), folder), {
    quietMode: true,
    source: 'script',
    configPath: '.eleventy.ts',
    config: (config) => {
      config.addGlobalData('outputs', outputs);
      config.addTransform('outputs', (content) => {
        const output = outputs[Number(content)];
        if (output === undefined) throw new Error(`Eleventy asked for output ${content}, which the plan does not have`);
        const bytes = Buffer.from(render(output));
        onRendered?.(output, bytes);
        return bytes;
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
