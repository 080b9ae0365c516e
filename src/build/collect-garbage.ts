/**
 * Memory that nobody uses, given back. V8 lets garbage lie until there is as much of it as of what is used, which for a large archive is a
 * gigabyte in each process; a build knows better when it has made much of it.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Takes some tenths of a second for each gigabyte in use. */
export function collectGarbage(): void {
  if (collect === undefined) {
    // The function is given to contexts that are made after the flag was set.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** In bytes, typed arrays among it. */
function usedMemory(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/**
 * A function to be called now and then, which calls `collectGarbage` each time that memory in use has grown by so much since it was least. Files of one
 * article leave hardly anything, the lists and tables of a year a hundred megabytes.
 * @param growth in bytes
 */
export function createCollector(growth: number, { used = usedMemory, collect: run = collectGarbage } = {}): () => void {
  let least = used();
  return () => {
    // V8 collects by itself too.
    least = Math.min(least, used());
    if (used() - least < growth) return;
    run();
    least = used();
  };
}
