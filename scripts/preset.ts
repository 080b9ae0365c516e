/** npm run preset: what a host needs to serve the built site well. */
import { join, relative } from 'node:path';
import { Argument, Command } from 'commander';
import { OutputLocked } from '../src/build/lock.ts';
import { addToSite } from '../src/build/site-folder.ts';
import { writeWhole } from '../src/build/write-file.ts';
import { checkLimits } from '../src/deploy/host-limits.ts';
import { buildPreset, HOSTS } from '../src/deploy/preset.ts';
import { loadSiteFacts, NoSite } from '../src/deploy/site-facts.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { readBase, userPath } from './support/project.ts';

interface Options {
  readonly out: string;
  readonly to?: string;
  readonly root?: string;
  readonly base?: string;
}

const program = new Command('npm run preset --')
  .description('Writes what a host needs: headers, redirects, types, compression; and checks its limits against the built site.')
  .addArgument(new Argument('<host>', 'where the site will stand').choices(HOSTS))
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--to <dir>', 'folder for the configuration (default: deploy/<host>)')
  .option('--root <dir>', 'folder on the host in which the site will lie (default: the folder of the built site)')
  .option('--base <path>', 'path under which the site stands; must be the one it was built for');

await runCommand(program, async () => {
  const host = HOSTS.find((name) => name === program.args[0]);
  if (host === undefined) throw new UserError('no host was named', WRONG_USAGE);
  const options = program.opts<Options>();
  const out = userPath(options.out);
  const to = userPath(options.to ?? join('deploy', host));
  const facts = await loadSiteFacts(out).catch((error: unknown) => {
    throw error instanceof NoSite ? new UserError(`${error.message}; build it first with: npm run build`) : error;
  });
  if (options.base !== undefined && readBase(options.base) !== facts.base) throw new UserError(`--base: the site was built for ${facts.base}; build it with: npm run build -- --base ${readBase(options.base)}`);
  const root = options.root ?? out;
  if (/[\p{Cc}"$\\]/u.test(root)) throw new UserError(`--root: got ${JSON.stringify(root)}; expected a folder without quotation marks, $ and \\ in its name`);
  const { files, notes } = buildPreset(host, facts, root);
  const added = files.filter(({ place }) => place === 'site');
  for (const { name, text } of files.filter(({ place }) => place !== 'site')) await writeWhole(join(to, name), text);
  // They are part of the site until the next build, and of its sums.
  if (added.length > 0) {
    await addToSite(out, new Map(added.map(({ name, text }) => [name, text]))).catch((error: unknown) => {
      throw error instanceof OutputLocked ? new UserError(error.message) : error;
    });
  }
  for (const { place, name } of files) {
    const file = join(place === 'site' ? out : to, name);
    console.log(`wrote ${relative(process.cwd(), file) || file}`);
  }
  for (const note of notes) console.log(note);
  const findings = checkLimits(host, facts);
  for (const { severity, text } of findings) console.error(`${severity}: ${text}`);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
});
