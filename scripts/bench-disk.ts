/** npm run bench:disk: what a search costs in a copy on a disk, in a browser, and whether it finds what the site finds on a host. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Command, Option } from 'commander';
import { chromium, type Browser } from 'playwright-core';
import { loadSiteFacts } from '../src/deploy/site-facts.ts';
import { findBrowser } from '../test/support/find-browser.ts';
import { launchFirefox } from '../test/support/firefox.ts';
import { runCommand } from './support/command-line.ts';
import { PROJECT, userPath } from './support/project.ts';
import { askInPage, type ShownAnswer } from './support/search-in-page.ts';
import { rootPath, staticHost } from './support/static-host.ts';

const program = new Command('npm run bench:disk --')
  .description('Asks a copy on a disk (npm run pack -- --disk DIR) in a browser, each query in a page just opened, and compares with the site on a host, asked in Chromium.')
  .argument('<dir>', 'folder of the copy')
  .option('--out <dir>', 'folder of the built site that it was made of', '_site')
  .addOption(new Option('--browser <name>', 'which opens the copy').choices(['chromium', 'firefox']).default('chromium'))
  .option('--queries <file>', 'a text file with a query a line', join(PROJECT, 'test/browser/disk-queries.txt'));

interface Options {
  readonly out: string;
  readonly queries: string;
  readonly browser: 'chromium' | 'firefox';
}

await runCommand(program, async () => {
  const { out, queries: file, browser: name } = program.opts<Options>();
  const queries = (await readFile(userPath(file), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  // No flags: what a reader has. Only the sandbox is not to be had in every container.
  const browser = await chromium.launch({ executablePath: await findBrowser(), chromiumSandbox: false });
  try {
    const hosted = await askHosted(browser, userPath(out), queries);
    const search = pathToFileURL(join(userPath(program.args[0] ?? ''), 'search/index.html')).href;
    const disk = name === 'firefox' ? await askFirefox(search, queries) : await askEach(queries, (query) => askPage(browser, search, [query]));
    const differing = disk.filter((answer, at) => !isDeepStrictEqual({ ...answer, ms: 0 }, { ...hosted[at], ms: 0 }));
    const times = disk.map(({ ms }) => ms).sort((a, b) => a - b);
    const shown = (ms: number | undefined): string => `${(ms ?? 0).toFixed(0)} ms`;
    console.log(`${name}: ${String(queries.length)} queries, each the first of its page: median ${shown(times[Math.floor(times.length / 2)])}, most ${shown(times.at(-1))}`);
    console.log(`${String(queries.length - differing.length)} answered as on a host, ${String(disk.filter(({ results }) => results.length > 0).length)} with results`);
    for (const { query, status } of differing) console.log(`differs: ${query}: ${status}`);
    return differing.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
});

async function askHosted(browser: Browser, site: string, queries: readonly string[]): Promise<readonly ShownAnswer[]> {
  const { base } = await loadSiteFacts(site);
  const server = createServer(staticHost(site, base));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await askPage(browser, `http://127.0.0.1:${String(port)}${rootPath(base)}search/`, queries);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Each query in a page of its own. */
async function askEach(queries: readonly string[], ask: (query: string) => Promise<readonly ShownAnswer[]>): Promise<readonly ShownAnswer[]> {
  const answers: ShownAnswer[] = [];
  for (const query of queries) answers.push(...(await ask(query)));
  return answers;
}

async function askFirefox(address: string, queries: readonly string[]): Promise<readonly ShownAnswer[]> {
  const firefox = await launchFirefox();
  try {
    return await askEach(queries, async (query) => {
      await firefox.open(address);
      return firefox.run(askInPage, [query]);
    });
  } finally {
    await firefox.close();
  }
}

async function askPage(browser: Browser, address: string, queries: readonly string[]): Promise<readonly ShownAnswer[]> {
  const page = await browser.newPage();
  await page.goto(address);
  const answers = await page.evaluate(askInPage, queries);
  await page.close();
  return answers;
}
