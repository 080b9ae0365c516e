/** Firefox as it is installed, driven by WebDriver BiDi (W3C): a page is opened, and a function is run in it. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { findProgram } from './host-servers.ts';

const PROGRAMS = ['firefox-esr', 'firefox'];

const START_MS = 60_000;

export interface Firefox {
  readonly open: (address: string) => Promise<void>;
  /** Runs a function of the page and waits for what it gives, which must be JSON. Nothing from outside of it is there. */
  readonly run: <Args extends readonly unknown[], Given>(task: (...args: Args) => Given | Promise<Given>, ...args: Args) => Promise<Given>;
  readonly close: () => Promise<void>;
}

/** What a test that needs Firefox says where there is none; `false` where there is. */
export function missingFirefox(): string | false {
  if (findFirefox() !== undefined) return false;
  const text = 'NOT TESTED: Firefox is not installed; get it with: apt-get install firefox-esr';
  process.stderr.write(`\n${'!'.repeat(text.length)}\n${text}\n${'!'.repeat(text.length)}\n`);
  return text;
}

function findFirefox(): string | undefined {
  return PROGRAMS.map(findProgram).find((path) => path !== undefined);
}

const answer = z.object({ id: z.number(), type: z.enum(['success', 'error']), result: z.unknown(), error: z.unknown(), message: z.unknown() }).partial({ result: true, error: true, message: true });
const tree = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const outcome = z.union([z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }), z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) })]);

/** Starts it without a window and with a profile of its own. Whoever starts it closes it. @param secret with every window a private one */
export async function launchFirefox({ secret = false } = {}): Promise<Firefox> {
  const program = findFirefox();
  if (program === undefined) throw new Error('Firefox is not installed');
  const profile = await mkdtemp(join(tmpdir(), 'warraq-firefox-'));
  if (secret) await writeFile(join(profile, 'user.js'), 'user_pref("browser.privatebrowsing.autostart", true);\n');
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { env: { ...process.env, HOME: profile }, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => { resolve(); }));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const send = await connect(`${await listening(child.stderr)}/session`);
    await send('session.new', { capabilities: {} });
    const context = tree.parse(await send('browsingContext.getTree', {})).contexts[0]?.context;
    return {
      open: async (address) => {
        await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
      },
      run: async (task, ...args) => {
        const functionDeclaration = `async () => JSON.stringify(await (${String(task)})(...${JSON.stringify(args)}))`;
        const given = outcome.parse(await send('script.callFunction', { functionDeclaration, awaitPromise: true, target: { context } }));
        if (given.type === 'exception') throw new Error(given.exceptionDetails.text);
        return JSON.parse(given.result.value) as Awaited<ReturnType<typeof task>>;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address that Firefox says it listens on. */
function listening(errors: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => { reject(new Error(`Firefox did not start: ${said}`)); }, START_MS);
    errors.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
      const address = /WebDriver BiDi listening on (ws:\S+)/u.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}

type Send = (method: string, params: unknown) => Promise<unknown>;

function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  let last = 0;
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return new Promise((resolve, reject) => {
    socket.on('open', () => { resolve(send); });
    socket.on('error', reject);
    socket.on('close', () => {
      for (const { reject: fail } of waiting.values()) fail(new Error('Firefox has ended'));
    });
    socket.on('message', (data) => {
      const message = answer.safeParse(JSON.parse(data.toString('utf8')));
      // Events, which nobody asked for, have no number.
      if (!message.success) return;
      const asked = waiting.get(message.data.id);
      waiting.delete(message.data.id);
      if (message.data.type === 'success') asked?.resolve(message.data.result);
      else asked?.reject(new Error(`${String(message.data.error)}: ${String(message.data.message)}`));
    });
  });
}
