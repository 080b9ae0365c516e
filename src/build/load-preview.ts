/** Loads the preview's code as it is now: Node keeps a module for ever once it is loaded, so each state of the code becomes a file of its own. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { openPreviewSite } from './preview-site.ts';

export interface PreviewCode {
  readonly openPreviewSite: typeof openPreviewSite;
}

/** Modules find their neighbours by their own address, which in the bundle would be the bundle's. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup: (bundler) => {
    // esbuild reads the pattern as Go does, which knows no flag u.
    bundler.onLoad({ filter: /[/\\]src[/\\].*\.tsx?$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: path.endsWith('x') ? 'tsx' : 'ts' }));
  },
};

/** @param project the project's root, below which the bundle is put so that it finds the libraries. @throws with file, line and reason when the code is wrong */
export async function loadPreviewCode(project: string): Promise<PreviewCode> {
  const folder = join(project, '.cache', 'preview');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `code-${String(process.pid)}-${String(Date.now())}.mjs`);
  // Eleventy itself is not in it: the preview renders single pages.
  await build({ entryPoints: [join(project, 'src/build/preview-site.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', jsx: 'automatic', jsxImportSource: '#markup', alias: { '#markup/jsx-runtime': join(project, '_includes/markup/jsx-runtime.ts') }, plugins: [ownAddress], logLevel: 'silent', absWorkingDir: project });
  try {
    return (await import(pathToFileURL(outfile).href)) as PreviewCode;
  } finally {
    await rm(outfile, { force: true });
  }
}
