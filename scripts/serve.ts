/** npm run serve: the built site as a static host would serve it. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Command } from 'commander';
import { runCommand, UserError } from './support/command-line.ts';
import { readPort, userPath } from './support/project.ts';
import { staticHost } from './support/static-host.ts';

const program = new Command('npm run serve --')
  .description('Serves the built site on this machine, as a static host would.')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--port <n>', 'port; 0 takes a free one', '8080');

await runCommand(program, async () => {
  const options = program.opts<{ readonly out: string; readonly port: string }>();
  const folder = userPath(options.out);
  const port = readPort(options.port);
  const base = await readSiteBase(folder, options.out);
  const server = createServer(staticHost(folder, base));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new UserError(`Port ${String(port)} is in use; choose another with --port`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  console.log(`http://localhost:${String(typeof address === 'object' && address !== null ? address.port : port)}${base}`);
  return undefined;
});

/** A site is built for one base and works under no other; it says which in its record. */
async function readSiteBase(folder: string, named: string): Promise<string> {
  const text = await readFile(join(folder, 'site.json'), 'utf8').catch(() => {
    throw new UserError(`There is no built site in ${named}; build it first with: npm run build`);
  });
  const record = parseJson(text);
  if (record === undefined) throw new UserError(`The file site.json in ${named} is damaged; build the site again with: npm run build`);
  return typeof record === 'object' && record !== null && 'base' in record && typeof record.base === 'string' ? record.base : '/';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
