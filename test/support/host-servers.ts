/** Real web servers on a free port of this machine, with a preset as their configuration. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, constants, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildPreset, type Host } from '../../src/deploy/preset.ts';
import { loadSiteFacts } from '../../src/deploy/site-facts.ts';

export interface RunningServer {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export type OwnHost = Extract<Host, 'nginx' | 'caddy' | 'apache'>;

const PROGRAM: Readonly<Record<OwnHost, string>> = { nginx: 'nginx', caddy: 'caddy', apache: 'apache2' };

/** What a test that needs the server says where it is not installed; `false` where it is. */
export function missingServer(host: OwnHost): string | false {
  if (findProgram(PROGRAM[host]) !== undefined) return false;
  const text = `NOT TESTED: ${PROGRAM[host]} is not installed; get it with: apt-get install ${PROGRAM[host]}`;
  process.stderr.write(`\n${'!'.repeat(text.length)}\n${text}\n${'!'.repeat(text.length)}\n`);
  return text;
}

/** Path of a program, looked for where servers are too. */
export function findProgram(name: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin'].filter((folder) => folder !== '').map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Serves a built site as its preset wants it. Whoever starts it closes it. */
export async function startServer(host: OwnHost, site: string): Promise<RunningServer> {
  const room = mkdtempSync(join(tmpdir(), `warraq-${host}-`));
  // The servers' workers are other users.
  chmodSync(room, 0o755);
  const port = await freePort();
  const facts = await loadSiteFacts(site);
  const folder = join(room, 'site');
  cpSync(realpathSync(site), folder, { recursive: true });
  const preset = buildPreset(host, facts, folder);
  for (const { place, name, text } of preset.files) writeFileSync(join(place === 'site' ? folder : room, name), text);
  const { program, args, env } = CONFIGURE[host](room, folder, facts.base, port);
  const child = spawn(findProgram(program) ?? program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const origin = `http://127.0.0.1:${String(port)}`;
  await untilAnswered(origin, child, () => said);
  return {
    origin,
    close: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(undefined));
      rmSync(room, { recursive: true, force: true });
    },
  };
}

interface Configuration {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const CONFIGURE: Readonly<Record<OwnHost, (room: string, site: string, base: string, port: number) => Configuration>> = {
  nginx: (room, _site, _base, port) => {
    copyFileSync('/etc/nginx/mime.types', join(room, 'mime.types'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${room}/tmp-${kind};`).join(' ');
    writeFileSync(join(room, 'nginx.conf'), `daemon off; worker_processes 1; pid ${room}/nginx.pid; error_log stderr; events {} http { access_log off; ${temporary} include warraq.listen.conf; }\n`);
    const conf = preset(room, 'warraq.nginx.conf').replace('  listen 80;\n  listen [::]:80;\n', `  listen 127.0.0.1:${String(port)};\n`);
    writeFileSync(join(room, 'warraq.listen.conf'), conf);
    return { program: 'nginx', args: ['-c', join(room, 'nginx.conf'), '-p', room, '-e', 'stderr'] };
  },
  caddy: (room, _site, _base, port) => ({
    program: 'caddy',
    args: ['run', '--config', join(room, 'Caddyfile'), '--adapter', 'caddyfile'],
    env: { WARRAQ_ADDRESS: `http://127.0.0.1:${String(port)}`, XDG_DATA_HOME: room, XDG_CONFIG_HOME: room, HOME: room, CADDY_ADMIN: 'off' },
  }),
  apache: (room, site, base, port) => {
    const documents = base === '/' ? site : join(room, 'documents');
    if (base !== '/') {
      mkdirSync(join(documents, base), { recursive: true });
      cpSync(site, join(documents, base), { recursive: true });
    }
    const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'filter', 'deflate', 'negotiation', 'autoindex'].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const conf = [`ServerRoot ${room}`, `PidFile ${room}/apache.pid`, `Listen 127.0.0.1:${String(port)}`, 'ServerName localhost', `ErrorLog ${room}/error.log`, ...modules, 'TypesConfig /etc/mime.types', ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []), `DocumentRoot ${documents}`, `<Directory ${documents}>`, '  AllowOverride All', '  Require all granted', '</Directory>', ''];
    writeFileSync(join(room, 'apache.conf'), conf.join('\n'));
    return { program: 'apache2', args: ['-f', join(room, 'apache.conf'), '-DFOREGROUND'] };
  },
};

function preset(room: string, name: string): string {
  return readFileSync(join(room, name), 'utf8');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('A server on a port has a port.');
  return address.port;
}

async function untilAnswered(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    const answered = await fetch(origin, { redirect: 'manual' }).then(() => true, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start: ${said()}`);
}
