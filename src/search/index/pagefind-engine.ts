/** What of Pagefind runs in the browser: the same for every index of its version, so it is asked for once. */
import { createIndex, close } from 'pagefind';

/** By name: the scripts, the engine as WebAssembly, and the list by which it opens a bundle. */
export type EngineFiles = ReadonlyMap<string, Uint8Array>;

export const ENTRY = 'pagefind-entry.json';

/** The language of the index: no rules of any for its words, since their forms are ours. */
export const LANGUAGE = 'unknown';

const WANTED = new Set([ENTRY, 'pagefind.js', 'pagefind-worker.js', `wasm.${LANGUAGE}.pagefind`]);

let asked: Promise<EngineFiles> | undefined;

/** @throws when the program of Pagefind does not run on this machine */
export async function engineFiles(): Promise<EngineFiles> {
  asked ??= askPagefind();
  return asked;
}

async function askPagefind(): Promise<EngineFiles> {
  try {
    const { index, errors } = await createIndex({ writePlayground: false });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    // The engine comes with the language of a record.
    const added = await index.addCustomRecord({ url: '/', content: '-', language: LANGUAGE });
    const { files, errors: failed } = await index.getFiles();
    const problems = [...added.errors, ...failed];
    if (problems.length > 0) throw new Error(`Pagefind could not give its engine: ${problems.join('; ')}`);
    const engine = new Map(files.filter(({ path }) => WANTED.has(path)).map(({ path, content }) => [path, content]));
    for (const name of WANTED) if (!engine.has(name)) throw new Error(`Pagefind gave no ${name}, which the pinned version does`);
    return engine;
  } finally {
    await close();
  }
}
