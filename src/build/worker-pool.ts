/** Worker processes: each makes one piece of the work at a time, so that memory does not grow with the archive. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A worker ended before its work did. */
export class WorkerDied extends Error {
  constructor(label: string, status: number | null, signal: NodeJS.Signals | null) {
    super(`The process that worked on ${label} died (${signal ?? `status ${String(status)}`}); nothing was published. If memory ran out, use fewer --jobs or a smaller --shard-size`);
  }
}

/** What went wrong in a worker, with what it was working on. */
export class WorkFailed extends Error {
  constructor(label: string, message: string) {
    super(`${label}: ${message}`);
  }
}

export interface WorkerPool {
  /**
   * Gives the tasks to whoever is free: the workers, and this process where it takes part.
   * @param label names the piece in messages. @param here does a task in this process. @throws WorkerDied, WorkFailed
   */
  run(tasks: readonly LabelledTask[], onAnswer: (answer: WorkerAnswer, at: number) => void, here?: (task: LabelledTask, at: number) => Promise<WorkerAnswer>): Promise<void>;
  /** Gives the same task to every worker. */
  tellAll(label: string, task: WorkerTask): Promise<void>;
  close(): void;
}

export interface LabelledTask {
  readonly label: string;
  /** Asked for when a worker is given it. */
  readonly task: WorkerTask;
}

/** Tasks that a worker is given at one time, so that it need not wait while this process is busy with its own. */
export const AHEAD = 2;

/** @param size number of processes; they start at once and wait. @param flags of Node */
export function startWorkers(size: number, flags: readonly string[] = []): WorkerPool {
  const workers = Array.from({ length: size }, () => createWorker(flags));
  return {
    run: async (tasks, onAnswer, here) => {
      const queue = tasks.map((task, at) => ({ task, at }));
      const drain = async (perform: (task: LabelledTask, onAnswer: (answer: WorkerAnswer) => void, at: number) => Promise<void>): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const { task, at } = next;
          await perform(task, (answer) => {
            onAnswer(answer, at);
          }, at);
        }
      };
      const own = here && drain(async (task, tell, at) => {
        tell(await here(task, at));
        // Else the workers' answers would never be heard.
        await new Promise((resolve) => setImmediate(resolve));
      });
      await Promise.all([...workers.flatMap((worker) => Array.from({ length: AHEAD }, () => drain((task, tell) => worker.ask(task, tell)))), own]);
    },
    tellAll: async (label, task) => {
      await Promise.all(workers.map((worker) => worker.ask({ label, task }, () => undefined)));
    },
    close: () => {
      for (const worker of workers) worker.end();
    },
  };
}

function createWorker(flags: readonly string[]) {
  const child: ChildProcess = fork(WORKER, { execArgv: [...flags, '--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  /** Tasks under way, oldest first: a worker answers in order. */
  const open: { readonly label: string; readonly onAnswer: (answer: WorkerAnswer) => void; readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const died = (status: number | null, signal: NodeJS.Signals | null): void => {
    for (const { label, reject } of open.splice(0)) reject(new WorkerDied(label, status, signal));
  };
  child.on('exit', died);
  child.on('error', () => {
    died(null, null);
  });
  child.on('message', (message: unknown) => {
    const answer = message as WorkerAnswer;
    const task = answer.kind === 'progress' ? open[0] : open.shift();
    if (answer.kind === 'failed') {
      task?.reject(new WorkFailed(task.label, answer.message));
      return;
    }
    task?.onAnswer(answer);
    if (answer.kind !== 'progress') task?.resolve();
  });
  return {
    ask: ({ label, task }: LabelledTask, onAnswer: (answer: WorkerAnswer) => void): Promise<void> =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          reject(new WorkerDied(label, child.exitCode, child.signalCode));
          return;
        }
        open.push({ label, onAnswer, resolve, reject });
        child.send(task);
      }),
    end: (): void => {
      child.kill('SIGKILL');
    },
  };
}
