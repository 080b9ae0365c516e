/** Whatever rclone reaches: S3 and its kin, SFTP, WebDAV. rclone is called with lists of files, never through a shell. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheControl } from '../cache-rules.ts';
import { TargetFailed, type Target } from './target.ts';

export interface RcloneOptions {
  /** `remote:path` as rclone writes it. */
  readonly remote: string;
  /** Sends with each file how long it may be kept: for targets that answer readers themselves. */
  readonly headers: boolean;
}

/** rclone's exit status for a file or folder that is not there. */
const NOT_FOUND = [3, 4];

export function rcloneTarget({ remote, headers }: RcloneOptions): Target {
  const file = (path: string): string => `${remote}${remote.endsWith(':') || remote.endsWith('/') ? '' : '/'}${path}`;
  const header = (path: string): readonly string[] => (headers ? ['--header-upload', `Cache-Control: ${cacheControl(path)}`] : []);
  return {
    read: async (path) => {
      // `cat` of what is not there says nothing of it for some targets: the list says.
      const listed = await rclone(['lsf', '--files-only', '--include', `/${path}`, remote], undefined, NOT_FOUND);
      return listed.trim() === '' ? undefined : rclone(['cat', file(path)]);
    },
    write: async (path, text) => {
      await rclone(['rcat', ...header(path), file(path)], text);
    },
    send: async (folder, paths) => {
      for (const [, group] of groupBy(paths, headers ? cacheControl : () => '')) {
        // Sizes and times are not asked: the comparison has been made, by content.
        await withList(group, (list) => rclone(['copy', '--ignore-times', '--no-traverse', '--files-from-raw', list, ...header(group[0] ?? ''), folder, remote]));
      }
    },
    remove: async (paths) => {
      // Each file is asked for: lists of a whole bucket are long, and not every service's are whole.
      await withList(paths, (list) => rclone(['delete', '--no-traverse', '--files-from-raw', list, remote]));
    },
  };
}

function groupBy(paths: readonly string[], keyOf: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(keyOf(path)) ?? [];
    groups.set(keyOf(path), group);
    group.push(path);
  }
  return groups;
}

async function withList(paths: readonly string[], use: (file: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-deploy-'));
  try {
    const list = join(folder, 'files.txt');
    await writeFile(list, paths.map((path) => `${path}\n`).join(''));
    await use(list);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** rclone's S3 client ends with an error where AWS's variable for own certificates is set; its own does the same. */
export function rcloneEnvironment({ AWS_CA_BUNDLE: bundle, ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return bundle === undefined ? rest : { RCLONE_CA_CERT: bundle, ...rest };
}

/** @returns what it wrote. @throws TargetFailed */
function rclone(args: readonly string[], input?: string, forgiven: readonly number[] = []): Promise<string> {
  const child = spawn('rclone', ['--retries', '3', '--stats', '0', ...args], { env: rcloneEnvironment(process.env), stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new TargetFailed('rclone is not installed; get it with: apt-get install rclone, or from rclone.org') : error);
    });
    child.once('close', (status) => {
      if (status === 0 || (status !== null && forgiven.includes(status))) resolve(output);
      else reject(new TargetFailed(lastWords(complaint) || `rclone ended with status ${String(status)}`));
    });
  });
}

/** What went wrong, without the clock and what is only worth a notice. */
function lastWords(complaint: string): string {
  const lines = complaint.trim().split('\n').filter((line) => !line.includes('NOTICE:'));
  return lines.slice(-3).map((line) => line.replace(/^[\d/]+ [\d:]+ (?:ERROR\s*: )?/u, '')).join('; ');
}
