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
  /** Gives each task to the next free worker. @param label names the piece in messages. @throws WorkerDied, WorkFailed */
  run(tasks: readonly { readonly label: string; readonly task: WorkerTask }[], onAnswer: (answer: WorkerAnswer, at: number) => void): Promise<void>;
  /** Gives the same task to every worker. */
  tellAll(label: string, task: WorkerTask): Promise<void>;
  close(): void;
}

/** @param size number of processes; they start at once and wait */
export function startWorkers(size: number): WorkerPool {
  const workers = Array.from({ length: size }, () => fork(WORKER, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  const close = (): void => {
    for (const child of workers) child.kill('SIGKILL');
  };
  const ask = (child: ChildProcess, label: string, task: WorkerTask, onAnswer: (answer: WorkerAnswer) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        child.off('message', listen).off('exit', died).off('error', reject);
        finish();
      };
      const died = (status: number | null, signal: NodeJS.Signals | null): void => {
        settle(() => {
          reject(new WorkerDied(label, status, signal));
        });
      };
      const listen = (message: unknown): void => {
        const answer = message as WorkerAnswer;
        if (answer.kind === 'failed') {
          settle(() => {
            reject(new WorkFailed(label, answer.message));
          });
          return;
        }
        onAnswer(answer);
        if (answer.kind !== 'progress') settle(resolve);
      };
      if (child.exitCode !== null || child.signalCode !== null) {
        died(child.exitCode, child.signalCode);
        return;
      }
      child.on('message', listen).on('exit', died).on('error', reject);
      child.send(task);
    });
  return {
    run: async (tasks, onAnswer) => {
      const queue = tasks.map((task, at) => ({ ...task, at }));
      await Promise.all(
        workers.map(async (worker) => {
          for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            const { label, task, at } = next;
            await ask(worker, label, task, (answer) => {
              onAnswer(answer, at);
            });
          }
        }),
      );
    },
    tellAll: async (label, task) => {
      await Promise.all(workers.map((worker) => ask(worker, label, task, () => undefined)));
    },
    close,
  };
}
