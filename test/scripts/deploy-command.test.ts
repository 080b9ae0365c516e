/** npm run deploy on real targets of this machine: a folder, and rclone. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Overtaken, runDeploy, prepareDeploy } from '../../src/deploy/run-deploy.ts';
import { folderTarget } from '../../src/deploy/targets/folder-target.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { compareTrees, digestFiles } from '../support/digest-tree.ts';
import { findProgram } from '../support/host-servers.ts';
import { runCommandLine, STACK_TRACE, type CommandResult } from '../support/run-command.ts';
import { readSite, readTree } from '../support/site-checks/built-site.ts';
import { checkLinks } from '../support/site-checks/check-links.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-deploy-'));
const articles = join(room, 'articles');
const data = join(room, 'data');
const oldSite = join(room, 'old');
const newSite = join(room, 'new');
const STATE = 'deploy-state.json';

const deploy = (site: string, ...args: readonly string[]): Promise<CommandResult> => runCommandLine('deploy', ['--out', site, '--data', data, ...args]);

/** A deploy that has begun to send. */
async function begun(to: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(PROJECT, 'scripts/deploy.ts'), '--out', oldSite, '--data', data, '--to', to], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  return child;
}

/** The target without what the deploy notes there. */
function treeAt(folder: string): ReadonlyMap<string, string> {
  const tree = readTree(folder);
  tree.delete(STATE);
  return digestFiles(tree);
}

before(async () => {
  cpSync(FIXTURE_SOURCES.articles, articles, { recursive: true });
  cpSync(FIXTURE_SOURCES.data, data, { recursive: true });
  const build = async (out: string): Promise<void> => {
    const { status, stderr } = await runCommandLine('build', ['--articles', articles, '--data', data, '--out', out, '--quiet', '--allow-lost']);
    assert.equal(status, 0, stderr);
  };
  await build(oldSite);
  const file = join(articles, '2021/05/all-fields.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nفقرة زيدت.\n`);
  rmSync(join(articles, '2019/year-precision.md'));
  await build(newSite);
});
after(() => {
  rmSync(room, { recursive: true, force: true });
});

const rclone = findProgram('rclone');
const missing = rclone === undefined ? 'NOT TESTED: rclone is not installed; get it with: apt-get install rclone' : false;
if (missing !== false) process.stderr.write(`\n!!! ${missing}\n`);

for (const [name, prefix, skip] of [['a folder', '', false], ['rclone', 'rclone::local:', missing]] as const) {
  describe(`deploy to ${name}`, { skip }, () => {
    const folder = join(room, `target-${name.replace(' ', '-')}`);
    const to = `${prefix}${folder}`;

    test('sends all the first time, as it is', async () => {
      const { status, stdout, stderr } = await deploy(oldSite, '--to', to);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /sent \d+ files \([\d.]+ MB\), deleted 0, 0 unchanged\.\n$/u);
      assert.deepEqual(compareTrees(digestFiles(readTree(oldSite)), treeAt(folder)), { added: [], removed: [], changed: [] });
    });

    test('sends nothing when nothing changed', async () => {
      assert.match((await deploy(oldSite, '--to', to)).stdout, /: sent 0 files \(0\.00 MB\), deleted 0, \d+ unchanged\.\n$/u);
    });

    test('--dry-run names what differs and touches nothing', async () => {
      const before = treeAt(folder);
      const { status, stdout } = await deploy(newSite, '--to', to, '--dry-run', '--delete');
      assert.equal(status, 0);
      const { added, changed, removed } = compareTrees(before, digestFiles(readTree(newSite)));
      assert.deepEqual(stdout.split('\n').filter((line) => line.startsWith('send ')).map((line) => line.slice(5)).sort(), [...added, ...changed].sort());
      assert.deepEqual(stdout.split('\n').filter((line) => line.startsWith('delete ')).map((line) => line.slice(7)).sort(), removed.filter((path) => !/^(?:assets|pagefind\/words)\/|\.pf_(?:index|meta)$/u.test(path)).sort());
      assert.deepEqual(compareTrees(before, treeAt(folder)), { added: [], removed: [], changed: [] });
    });

    test('sends the files that changed and no others, and deletes none unasked', async () => {
      const { added, changed } = compareTrees(treeAt(folder), digestFiles(readTree(newSite)));
      const { status, stdout } = await deploy(newSite, '--to', to);
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`: sent ${String(added.length + changed.length)} files`, 'u'));
      assert.match(stdout, /^\d+ files there are no longer part of the site; --delete deletes them\.$/mu);
      assert.ok(existsSync(join(folder, '2019/year-precision/index.html')));
      const rest = compareTrees(digestFiles(readTree(newSite)), treeAt(folder));
      assert.deepEqual([rest.removed, rest.changed], [[], []]);
    });

    test('--delete deletes what is gone, and a file that somebody put there stays', async () => {
      writeFileSync(join(folder, 'keys.txt'), 'not of the site');
      assert.equal((await deploy(newSite, '--to', to, '--delete')).status, 0);
      assert.ok(!existsSync(join(folder, '2019/year-precision/index.html')));
      assert.equal((await deploy(newSite, '--to', to, '--delete')).status, 0);
      assert.deepEqual(compareTrees(digestFiles(readTree(newSite)), treeAt(folder)), { added: ['keys.txt'], removed: [], changed: [] });
    });
  });
}

describe('a deploy that is killed', () => {
  test('at any moment leaves pages whose links lead somewhere, and the next one ends it', async (context) => {
    let steps = 0;
    for (let stop = 0; stop < 400; stop += 13) {
      const folder = join(room, `killed-${String(stop)}`);
      cpSync(realpathSync(oldSite), folder, { recursive: true });
      const target = folderTarget(folder);
      // A first deploy that finds all there notes the state.
      const first = { site: oldSite, target, remove: false };
      await runDeploy(first, await prepareDeploy(first));
      let left = stop;
      const fragile = {
        ...target,
        write: async (path: string, text: string) => (left-- > 0 ? target.write(path, text) : Promise.reject(new Error('killed'))),
        send: async (site: string, paths: readonly string[]) => {
          for (const path of paths) {
            if (left-- <= 0) throw new Error('killed');
            await target.send(site, [path]);
          }
        },
        remove: async (paths: readonly string[]) => (left-- > 0 ? target.remove(paths) : Promise.reject(new Error('killed'))),
      };
      const options = { site: newSite, target: fragile, remove: true };
      const killed = await prepareDeploy(options).then((prepared) => runDeploy(options, prepared)).then(() => false, () => true);
      // Links to articles that are gone may stand in lists that did not arrive yet; all else that a page asks for is there.
      assert.deepEqual(checkLinks(readSite(folder)).filter((fault) => !/\/2019\/|year-precision/u.test(fault)), [], `killed after ${String(stop)}`);
      const again = { site: newSite, target, remove: true };
      await runDeploy(again, await prepareDeploy(again));
      assert.deepEqual(compareTrees(digestFiles(readTree(newSite)), treeAt(folder)).changed, []);
      rmSync(folder, { recursive: true });
      steps += 1;
      if (!killed) break;
    }
    context.diagnostic(`killed at ${String(steps)} moments`);
    assert.ok(steps > 3);
  });

  test('by a signal can be repeated', async () => {
    const folder = join(room, 'signal');
    const child = await begun(folder);
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.equal((await deploy(oldSite, '--to', folder)).status, 0);
    const rest = compareTrees(digestFiles(readTree(oldSite)), treeAt(folder));
    assert.deepEqual([rest.removed, rest.changed], [[], []]);
  });
});

test('what a killed deploy sent of a version that is gone meanwhile is deleted as all else', async () => {
  const folder = join(room, 'unwanted');
  const target = folderTarget(folder);
  const dying = { site: oldSite, remove: false, target: { ...target, send: async (site: string, paths: readonly string[]) => {
    await target.send(site, paths);
    if (paths.some((path) => path.endsWith('.html'))) throw new Error('killed');
  } } };
  await assert.rejects(prepareDeploy(dying).then((prepared) => runDeploy(dying, prepared)), /killed/u);
  writeFileSync(join(folder, '2019/year-precision/index.html.part'), 'half');
  assert.ok(existsSync(join(folder, '2019/year-precision/index.html')));
  for (let time = 0; time < 2; time += 1) assert.equal((await deploy(newSite, '--to', folder, '--delete')).status, 0);
  assert.deepEqual(compareTrees(digestFiles(readTree(newSite)), treeAt(folder)), { added: [], removed: [], changed: [] });
});

test('a deploy that another overtook stops, and says that the target may have files of both', async () => {
  const target = folderTarget(join(room, 'overtaken'));
  const other = { site: oldSite, target, remove: false };
  const slow = { site: newSite, remove: false, target: { ...target, send: async (site: string, paths: readonly string[]) => {
    await target.send(site, paths);
    await runDeploy(other, await prepareDeploy(other));
  } } };
  await assert.rejects(prepareDeploy(slow).then((prepared) => runDeploy(slow, prepared)), Overtaken);
});

test('of two deploys to one target at once on one machine one is refused', async () => {
  const to = join(room, 'twice');
  const first = await begun(to);
  first.kill('SIGSTOP');
  const second = await deploy(oldSite, '--to', `${to}/`);
  first.kill('SIGCONT');
  assert.deepEqual(await once(first, 'close'), [0, null]);
  assert.equal(second.status, 1);
  assert.match(second.stderr, /^error: Another deploy to this target is running \(process \d+\); wait for its end\. If it is not, delete \S+\n$/u);
});

test('--all mends what somebody changed by hand, and knows what to delete', async () => {
  const folder = join(room, 'by-hand');
  assert.equal((await deploy(oldSite, '--to', folder)).status, 0);
  writeFileSync(join(folder, 'index.html'), 'changed by hand');
  rmSync(join(folder, 'about/index.html'));
  assert.match((await deploy(oldSite, '--to', folder)).stdout, /: sent 0 files/u);
  for (let time = 0; time < 2; time += 1) assert.equal((await deploy(newSite, '--to', folder, '--all', '--delete')).status, 0);
  assert.deepEqual(compareTrees(digestFiles(readTree(newSite)), treeAt(folder)), { added: [], removed: [], changed: [] });
});

test('a change to one article sends its page and those that name it, and no other article', async () => {
  const [before, now] = [readTree(oldSite), readTree(newSite)];
  const { added, changed } = compareTrees(digestFiles(before), digestFiles(now));
  const pages = [...added, ...changed].filter((path) => /^\d{4}\/.*[a-z-]{4,}\/index\.html$/u.test(path));
  const names = (path: string): boolean => [before, now].some((tree) => /\/(?:all-fields|year-precision)\//u.test(tree.get(path)?.toString('utf8') ?? ''));
  assert.ok(pages.length > 0);
  for (const path of pages) assert.ok(names(path), path);
});

test('what was deployed is written down as published', () => {
  assert.ok(readFileSync(join(data, 'published.txt'), 'utf8').split('\n').includes('/2019/year-precision/'));
});

test('a state that is damaged stops the deploy', async () => {
  const folder = join(room, 'damaged');
  mkdirSync(folder);
  writeFileSync(join(folder, STATE), '{"format":1,"files":{"../x":""},"stale":[]}');
  const { status, stderr } = await deploy(oldSite, '--to', folder);
  assert.equal(status, 1);
  assert.match(stderr, /^error: The file deploy-state\.json at the target is damaged; delete it there to send everything anew\n$/u);
});

for (const [args, status, message] of [
  [[], 2, /^error: required option '--to <target>' not specified/u],
  [['--to', ''], 2, /^error: --to: got ""; expected a folder/u],
  [['--to', 's3://A_B'], 2, /^error: --to: got "s3:\/\/A_B"; expected a folder, s3:\/\/BUCKET\/PATH/u],
  [['--to', 'rclone:--config=x'], 2, /^error: --to: got/u],
  [['--to', 'ftp://x'], 2, /^error: --to: got/u],
  [['--to', join(oldSite, 'below')], 1, /^error: --to: .* lie in each other/u],
  [['--to', join(room, 'x'), '--out', join(room, 'nowhere')], 1, /^error: There is no built site in/u],
] as const) {
  test(`deploy ${args.map((arg) => arg.replace(room, '')).join(' ')} says what is wrong`, async () => {
    const result = await deploy(oldSite, ...args);
    assert.equal(result.status, status);
    assert.match(result.stderr, message);
    assert.doesNotMatch(result.stderr, STACK_TRACE);
  });
}

test('a remote that rclone does not know is named, in its words', { skip: missing }, async () => {
  const { status, stderr } = await deploy(oldSite, '--to', 'rclone:nowhere:site');
  assert.equal(status, 1);
  assert.match(stderr, /^error: rclone:nowhere:site: .*didn't find section in config file/u);
});
