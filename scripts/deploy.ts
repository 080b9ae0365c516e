/** npm run deploy: sends what changed. */
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { OutputLocked, takeLock, type Lock } from '../src/build/lock.ts';
import { PUBLISHED_FILE } from '../src/build/published-addresses.ts';
import { loadSiteFacts, NoSite } from '../src/deploy/site-facts.ts';
import { Overtaken, prepareDeploy, runDeploy, StateDamaged, type DeployOptions } from '../src/deploy/run-deploy.ts';
import type { DeployPlan } from '../src/deploy/plan-deploy.ts';
import { folderTarget } from '../src/deploy/targets/folder-target.ts';
import { rcloneTarget } from '../src/deploy/targets/rclone-target.ts';
import { TargetFailed, type Target } from '../src/deploy/targets/target.ts';
import { parseAddresses, renderAddresses } from '../src/plan/addresses.ts';
import { digestData } from '../src/plan/digest.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { isInside, PROJECT, realPlace, userPath } from './support/project.ts';

interface Options {
  readonly to: string;
  readonly out: string;
  readonly data: string;
  readonly dryRun?: boolean;
  readonly delete?: boolean;
  readonly all?: boolean;
}

const program = new Command('npm run deploy --')
  .description('Sends the built site: only what changed, in an order in which it works at every moment.')
  .requiredOption('--to <target>', 'a folder, s3://BUCKET/PATH, or rclone:REMOTE:PATH')
  .option('--out <dir>', 'folder of the built site', '_site')
  .option('--data <dir>', 'folder of settings, where the published addresses are written down', '_data')
  .option('--dry-run', 'say what would be sent, and send nothing')
  .option('--all', 'send every file, also what the last deploy noted as sent: where somebody changed the target by hand')
  .option('--delete', 'delete at the target what is no longer part of the site');

await runCommand(program, async () => {
  const options = program.opts<Options>();
  // Followed once, so that a build that ends meanwhile does not mix two sites.
  const site = await realpath(userPath(options.out)).catch(() => userPath(options.out));
  const facts = await loadSiteFacts(site).catch((error: unknown) => {
    throw error instanceof NoSite ? new UserError(`${error.message}; build it first with: npm run build`) : error;
  });
  const deploy: DeployOptions = { site, target: await openTarget(options.to, site), remove: options.delete === true, all: options.all, onProgress: (group, files) => { console.log(`${group}: ${String(files)}`); } };
  const lock = options.dryRun === true ? undefined : await lockTarget(options.to);
  try {
    const prepared = await prepareDeploy(deploy);
    const sizes = new Map(facts.files.map(({ path, size }) => [path, size]));
    if (options.dryRun === true) {
      for (const { paths } of prepared.plan.groups) for (const path of paths) console.log(`send ${path}`);
      for (const path of prepared.plan.remove) console.log(`delete ${path}`);
    } else {
      await runDeploy(deploy, prepared);
      await recordPublished(site, userPath(options.data));
    }
    console.log(summary(prepared.plan, sizes, options));
    return 0;
  } catch (error) {
    if (error instanceof TargetFailed) throw new UserError(`${options.to}: ${error.message}`);
    if (error instanceof StateDamaged) throw new UserError(`${error.message}; delete it there to send everything anew`);
    if (error instanceof Overtaken) throw new UserError(`${error.message}: wait for its end, and deploy once more with --all`);
    throw error;
  } finally {
    await lock?.release();
  }
});

/** For deploys of this machine; those of others find each other by what they note at the target. @throws UserError */
async function lockTarget(to: string): Promise<Lock> {
  const name = digestData(/^(?:s3:\/\/|rclone:)/u.test(to) ? to : await realPlace(userPath(to)));
  return takeLock(join(PROJECT, '.cache', 'deploys', name), 'deploy to this target').catch((error: unknown) => {
    throw error instanceof OutputLocked ? new UserError(error.message) : error;
  });
}

/** @throws UserError */
async function openTarget(to: string, site: string): Promise<Target> {
  const wrong = (): UserError => new UserError(`--to: got ${JSON.stringify(to)}; expected a folder, s3://BUCKET/PATH, or rclone:REMOTE:PATH`, WRONG_USAGE);
  if (to.startsWith('s3://')) {
    if (!/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[^\p{Cc}]*)?$/u.test(to)) throw wrong();
    return rcloneTarget({ remote: `:s3,env_auth=true:${to.slice('s3://'.length)}`, headers: true });
  }
  if (to.startsWith('rclone:')) {
    const remote = to.slice('rclone:'.length);
    // What begins with a hyphen would be an option of rclone.
    if (!/^[^-][^\p{Cc}]*:/u.test(remote) && !remote.startsWith(':')) throw wrong();
    return rcloneTarget({ remote, headers: false });
  }
  if (to === '' || /^[a-z0-9+.-]{2,}:/iu.test(to)) throw wrong();
  const folder = userPath(to);
  const place = await realPlace(folder);
  if (isInside(place, site) || isInside(site, place)) throw new UserError(`--to: ${to} and the built site lie in each other; choose another folder`);
  return folderTarget(folder);
}

/** The kept list of addresses: what readers have now, and what they had before. */
async function recordPublished(site: string, data: string): Promise<void> {
  const now = parseAddresses(await readFile(join(site, 'addresses.txt'), 'utf8'));
  const file = join(data, PUBLISHED_FILE);
  const old = parseAddresses(await readFile(file, 'utf8').catch(() => ''));
  const paths = new Set([...old, ...now].map(({ path }) => path));
  const text = renderAddresses([...paths].map((path) => ({ path, status: 200 })));
  if (text === renderAddresses(old)) return;
  await mkdir(data, { recursive: true });
  await writeFile(file, text);
}

function summary({ groups, remove, keep, unchanged, stale }: DeployPlan, sizes: ReadonlyMap<string, number>, { to, dryRun }: Options): string {
  const paths = groups.flatMap((group) => group.paths);
  const bytes = paths.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  const left = keep.length - stale.length;
  return [
    `${to}: ${dryRun === true ? 'would send' : 'sent'} ${String(paths.length)} files (${(bytes / 1_000_000).toFixed(2)} MB), ${dryRun === true ? 'delete' : 'deleted'} ${String(remove.length)}, ${String(unchanged)} unchanged.`,
    ...(left > 0 ? [`${String(left)} files there are no longer part of the site; --delete deletes them.`] : []),
    ...(stale.length > 0 ? [`${String(stale.length)} files with a digest in their name stay until the next deploy, for pages in caches.`] : []),
  ].join('\n');
}
