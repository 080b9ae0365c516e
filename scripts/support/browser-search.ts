/** The search of an index in a real Chromium, as the search page asks it: through its worker, over HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Ask, Question } from '../../src/client/protocol.ts';
import { findBrowser } from '../../test/support/find-browser.ts';
import { staticHost } from './static-host.ts';

export interface BrowserTime {
  /** Milliseconds until the first results stand on a page that has asked other questions. */
  readonly firstMs: number;
  /** The same when it is asked again, after all others. */
  readonly againMs: number;
}

/** @param folder the folder of the bundles. @returns the times of each question. @throws UserError when no browser is to be had */
export async function timeInBrowser(folder: string, questions: readonly Question[], results: number): Promise<readonly BrowserTime[]> {
  const scripts = new Map<string, string>(await Promise.all(['connect-search', 'search-worker'].map(async (name) => [`/${name}.js`, await bundle(`src/client/${name}.ts`)] as const)));
  const host = staticHost(folder, '/pagefind/');
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '');
    if (script !== undefined) response.setHeader('Content-Type', 'text/javascript;charset=utf-8').end(script);
    else if (request.url === '/') response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>search</title>');
    else host(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    return await page.evaluate(askAll, { questions, results });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page. Each round asks every question, so that none is answered by the answer before it. */
async function askAll({ questions, results }: { readonly questions: readonly Question[]; readonly results: number }): Promise<readonly BrowserTime[]> {
  const { connectSearch } = (await import(`${location.origin}/connect-search.js`)) as { readonly connectSearch: (script: string, bundle: string) => Ask };
  const ask = connectSearch('/search-worker.js', `${location.origin}/pagefind/`);
  const rounds: number[][] = [];
  for (let round = 0; round < 2; round += 1) {
    const times: number[] = [];
    for (const question of questions) {
      const started = performance.now();
      await ask('search', { question, length: results });
      times.push(performance.now() - started);
    }
    rounds.push(times);
  }
  return questions.map((_, at) => ({ firstMs: rounds[0]?.[at] ?? 0, againMs: rounds[1]?.[at] ?? 0 }));
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false, minify: true, logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}
