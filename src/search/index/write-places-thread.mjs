/** A thread: does the task that it was begun with, and ends. Threads of Node 20 do not inherit what reads TypeScript. */
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { performTask } = await import('./write-places.ts');
parentPort?.postMessage(performTask(workerData));
