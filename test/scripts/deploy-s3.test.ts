/** npm run deploy to S3: a server on this machine that speaks its protocol, signatures included, and keeps objects as files. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import S3rver from 's3rver';
import { FOREVER, SHORT } from '../../src/deploy/cache-rules.ts';
import { rcloneEnvironment } from '../../src/deploy/targets/rclone-target.ts';
import { FIXTURE_SOURCES, PROJECT } from '../support/build-once.ts';
import { compareTrees, digestFiles } from '../support/digest-tree.ts';
import { findProgram } from '../support/host-servers.ts';
import { runCommandLine, type CommandResult } from '../support/run-command.ts';
import { readTree } from '../support/site-checks/built-site.ts';

const room = mkdtempSync(join(tmpdir(), 'warraq-s3-'));
const data = join(room, 'data');
const oldSite = join(room, 'old');
const newSite = join(room, 'new');
const BUCKET = 'archive-bucket';
const TO = `s3://${BUCKET}/some/path`;

/** What a new version of the site changes, adds and has no more. The last stands beside a folder of the same name, which some services list badly. */
const PAGE = 'about/index.html';
const ASSET = 'assets/new-ABCD1234.css';
const LOST = ['2019/year-precision/index.html', 'api/v1/2019.json'];

const missing = findProgram('rclone') === undefined ? 'NOT TESTED: rclone is not installed; get it with: apt-get install rclone' : false;
if (missing !== false) process.stderr.write(`\n!!! ${missing}\n`);

test('own certificates are told to rclone in its own words, since AWS’s variable makes it fail', () => {
  assert.deepEqual(rcloneEnvironment({ AWS_CA_BUNDLE: '/a.pem', HOME: '/h' }), { RCLONE_CA_CERT: '/a.pem', HOME: '/h' });
  assert.deepEqual(rcloneEnvironment({ AWS_CA_BUNDLE: '/a.pem', RCLONE_CA_CERT: '/b.pem' }), { RCLONE_CA_CERT: '/b.pem' });
  assert.deepEqual(rcloneEnvironment({ HOME: '/h' }), { HOME: '/h' });
});

describe('deploy to S3', { skip: missing }, () => {
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(room, 'objects'), configureBuckets: [{ name: BUCKET, configs: [] }] });
  let origin = '';
  let env: Readonly<Record<string, string>> = {};
  const deploy = (site: string, ...args: readonly string[]): Promise<CommandResult> => runCommandLine('deploy', ['--out', site, '--data', data, '--to', TO, ...args], { env });

  /** The objects, as files of a site. */
  function objects(): Map<string, Buffer> {
    const tree = [...readTree(join(room, 'objects', BUCKET, 'some/path'))];
    return new Map(tree.flatMap(([file, content]) => (file.endsWith('._S3rver_object') && !file.startsWith('deploy-state.json') ? [[file.slice(0, -'._S3rver_object'.length), content] as const] : [])));
  }
  const differences = (site: string) => compareTrees(digestFiles(readTree(site)), digestFiles(objects()));

  before(async () => {
    const { status, stderr } = await runCommandLine('build', ['--articles', FIXTURE_SOURCES.articles, '--data', FIXTURE_SOURCES.data, '--out', oldSite, '--quiet', '--allow-lost']);
    assert.equal(status, 0, stderr);
    cpSync(realpathSync(oldSite), newSite, { recursive: true });
    writeFileSync(join(newSite, PAGE), `${readFileSync(join(newSite, PAGE), 'utf8')}<!-- changed -->\n`);
    writeFileSync(join(newSite, ASSET), 'x {}');
    for (const path of LOST) rmSync(join(newSite, path));
    const { port } = await server.run();
    origin = `http://127.0.0.1:${String(port)}`;
    env = { RCLONE_S3_ENDPOINT: origin, RCLONE_S3_PROVIDER: 'Other', AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  });
  after(async () => {
    await server.close();
    rmSync(room, { recursive: true, force: true });
  });

  test('killed while it sends pages, it leaves none without its styles and scripts, and the next one ends it', async () => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(PROJECT, 'scripts/deploy.ts'), '--out', oldSite, '--data', data, '--to', TO], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
    // Pages are on their way.
    await new Promise<void>((resolve) => child.stdout.on('data', (text: Buffer) => { if (text.toString('utf8').includes('pages')) resolve(); }));
    for (let attempt = 0; attempt < 200 && ![...objects().keys()].some((file) => file.endsWith('.html')); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    const there = objects();
    const wanted = [...there].flatMap(([file, content]) => (file.endsWith('.html') ? [...content.toString('utf8').matchAll(/"\/(assets\/[\w.-]+)"/gu)].map(([, asset = '']) => asset) : []));
    assert.ok(wanted.length > 0, 'some page had arrived');
    assert.deepEqual([...new Set(wanted)].filter((asset) => !there.has(asset)), []);
    const { status, stderr } = await deploy(oldSite);
    assert.equal(status, 0, stderr);
    assert.deepEqual(differences(oldSite), { added: [], removed: [], changed: [] });
  });

  test('what readers get may be kept as long as each file allows, with its type', async () => {
    const get = async (path: string): Promise<readonly (string | null)[]> => {
      const { status, headers } = await fetch(`${origin}/${BUCKET}/some/path/${path}`);
      return [String(status), headers.get('cache-control'), headers.get('content-type')];
    };
    const style = [...objects().keys()].find((path) => /^assets\/site-.*\.css$/u.test(path)) ?? '';
    assert.deepEqual(await get('index.html'), ['200', SHORT, 'text/html; charset=utf-8']);
    assert.deepEqual(await get(style), ['200', FOREVER, 'text/css; charset=utf-8']);
    assert.equal((await get('sw.js'))[1], 'no-cache');
  });

  test('only what changed is sent, nothing is deleted unasked, and then what is gone', async () => {
    const { added, changed, removed } = compareTrees(digestFiles(objects()), digestFiles(readTree(newSite)));
    assert.deepEqual([added, changed, [...removed].sort()], [[ASSET], [PAGE], LOST]);
    const dry = await deploy(newSite, '--dry-run', '--delete');
    assert.deepEqual(dry.stdout.split('\n').filter((line) => line.startsWith('send ')).map((line) => line.slice(5)).sort(), [...added, ...changed].sort());
    assert.deepEqual(differences(oldSite), { added: [], removed: [], changed: [] }, 'a dry run sends nothing');

    assert.match((await deploy(newSite)).stdout, new RegExp(`: sent ${String(added.length + changed.length)} files`, 'u'));
    assert.deepEqual([...differences(newSite).added].sort(), [...removed].sort());
    assert.match((await deploy(newSite, '--delete')).stdout, /, deleted 2, /u);
    assert.deepEqual(differences(newSite), { added: [], removed: [], changed: [] });
  });

  test('a bucket that is not there is named, in the service’s words', async () => {
    const { status, stderr } = await runCommandLine('deploy', ['--out', newSite, '--data', data, '--to', 's3://other-bucket'], { env: { ...env, RCLONE_S3_NO_CHECK_BUCKET: 'true' } });
    assert.equal(status, 1);
    assert.match(stderr, /^error: s3:\/\/other-bucket: .*NoSuchBucket/u);
  });
});
