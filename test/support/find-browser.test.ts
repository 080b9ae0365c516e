import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../scripts/support/command-line.ts';
import { findBrowser, type Machine } from './find-browser.ts';
import { NPM_BROWSER } from './npm-browser.ts';

interface Situation {
  readonly env?: Readonly<Record<string, string>>;
  readonly isRoot?: boolean;
  /** Command lines that work, without their `-o` settings. */
  readonly works?: readonly string[];
  /** Command lines that work once apt-get has installed the browser. */
  readonly worksAfterInstall?: readonly string[];
  readonly npm?: string;
}

interface Outcome {
  readonly browser: string | undefined;
  readonly error: string | undefined;
  readonly said: readonly string[];
  readonly ran: readonly string[];
}

const APT = 'env DEBIAN_FRONTEND=noninteractive apt-get';
const VERSION = `${APT} --version`;
const UPDATE = `${APT} update`;
const INSTALL = `${APT} install -y --no-install-recommends chromium`;
const PACKAGED = '/usr/bin/chromium --version';

async function find({ env = {}, isRoot = true, works = [], worksAfterInstall = [], npm }: Situation): Promise<Outcome> {
  const said: string[] = [];
  const ran: string[] = [];
  const able = new Set(works);
  const machine: Machine = {
    env,
    isRoot,
    run: async (path, args) => {
      const line = [path, ...args].join(' ').replaceAll(/ -o \S+/g, '');
      ran.push(line);
      if (able.has(line) && line.endsWith(INSTALL)) for (const more of worksAfterInstall) able.add(more);
      return able.has(line);
    },
    installNpmBrowser: async () => {
      ran.push('npm');
      return npm;
    },
    say: (line) => said.push(line),
  };
  try {
    return { browser: await findBrowser(machine), error: undefined, said, ran };
  } catch (error) {
    assert.ok(error instanceof UserError);
    return { browser: undefined, error: error.message, said, ran };
  }
}

test('the browser that WARRAQ_BROWSER names comes first, and nothing else is tried', async () => {
  const { browser, ran } = await find({ env: { WARRAQ_BROWSER: '/opt/chrome' }, works: ['/opt/chrome --version', PACKAGED] });
  assert.equal(browser, '/opt/chrome');
  assert.deepEqual(ran, ['/opt/chrome --version']);
});

test('a WARRAQ_BROWSER that does not start is an error, not a reason to take another', async () => {
  const { error } = await find({ env: { WARRAQ_BROWSER: '/opt/nothing' }, works: [PACKAGED] });
  assert.match(error ?? '', /^WARRAQ_BROWSER is "\/opt\/nothing", .* set it to the path of a Chromium or unset it$/);
});

test('an empty WARRAQ_BROWSER is none', async () => {
  assert.equal((await find({ env: { WARRAQ_BROWSER: '' }, works: [PACKAGED] })).browser, '/usr/bin/chromium');
});

test('a browser on the PATH is taken, in silence', async () => {
  const { browser, said } = await find({ env: { PATH: '/a:/home/me/bin' }, works: ['/home/me/bin/google-chrome --version'] });
  assert.equal(browser, '/home/me/bin/google-chrome');
  assert.deepEqual(said, []);
});

test('the usual places are looked at whatever the PATH is', async () => {
  assert.equal((await find({ env: { PATH: '/a' }, works: [PACKAGED] })).browser, '/usr/bin/chromium');
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  assert.equal((await find({ works: [`${mac} --version`] })).browser, mac);
});

test('what npm once gave is used again, without a word and after all others', async () => {
  const { browser, said, ran } = await find({ works: [`${NPM_BROWSER} --version`] });
  assert.equal(browser, NPM_BROWSER);
  assert.deepEqual(said, []);
  assert.equal(ran.at(-1), `${NPM_BROWSER} --version`);
});

test('a browser that is there but does not start is passed over', async () => {
  const { browser } = await find({ env: { PATH: '/snap-stub:/real' }, works: ['/real/chromium-browser --version'] });
  assert.equal(browser, '/real/chromium-browser');
});

test('without one, root installs the package of Debian, and says so once', async () => {
  const { browser, said, ran } = await find({ works: [VERSION, UPDATE, INSTALL], worksAfterInstall: [PACKAGED] });
  assert.equal(browser, '/usr/bin/chromium');
  assert.equal(said.length, 1);
  assert.ok(!ran.includes('npm'));
});

test('others install it through sudo where that asks for no password', async () => {
  const works = [VERSION, UPDATE, INSTALL].map((line) => `sudo -n ${line}`);
  assert.equal((await find({ isRoot: false, works, worksAfterInstall: [PACKAGED] })).browser, '/usr/bin/chromium');
});

test('an update that fails does not keep the package away', async () => {
  assert.equal((await find({ works: [VERSION, INSTALL], worksAfterInstall: [PACKAGED] })).browser, '/usr/bin/chromium');
});

test('where Debian’s package cannot be had, npm’s is', async () => {
  const npm = '/project/.cache/browser/chromium';
  assert.equal((await find({ npm })).browser, npm, 'no apt-get');
  assert.equal((await find({ isRoot: false, works: [VERSION, INSTALL], npm })).browser, npm, 'no rights');
  assert.equal((await find({ works: [VERSION, UPDATE], npm })).browser, npm, 'no package');
  assert.equal((await find({ works: [VERSION, UPDATE, INSTALL], npm })).browser, npm, 'a package that does not start');
});

test('without apt-get neither update nor install is tried', async () => {
  const { ran } = await find({ npm: '/x' });
  assert.ok(!ran.includes(UPDATE) && !ran.includes(INSTALL));
});

test('where none can be had, one line says what to do', async () => {
  const { error } = await find({});
  assert.equal(error, 'the tests need a Chromium and none could be fetched; install Chromium or Chrome, or set WARRAQ_BROWSER to its path');
});
