/** The memory of this process and all below it, such as workers, measured now and then. */
import { readFileSync } from 'node:fs';

const INTERVAL_MS = 200;

export interface MemoryWatch {
  /** In bytes. */
  most(): number;
  stop(): void;
}

export function watchMemory(): MemoryWatch {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, treeMemory(process.pid));
  };
  const timer = setInterval(look, INTERVAL_MS);
  timer.unref();
  return {
    most: () => {
      look();
      // Where the system does not tell of others, this process alone is better than nothing.
      return Math.max(most, process.resourceUsage().maxRSS * 1024);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Resident memory of a process and all that it started; 0 where there is no /proc. */
export function treeMemory(pid: number): number {
  return residentMemory(pid) + childrenOf(pid).reduce((sum, child) => sum + treeMemory(child), 0);
}

function residentMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/mu.exec(readText(`/proc/${String(pid)}/status`))?.[1] ?? 0) * 1024;
}

function childrenOf(pid: number): readonly number[] {
  return readText(`/proc/${String(pid)}/task/${String(pid)}/children`).split(' ').filter((text) => text !== '').map(Number);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
