/**
 * Memory that nobody uses, given back. V8 lets garbage lie until there is as much of it as of what is used, which for a large archive is a
 * gigabyte in each process; a build knows better when it has made much of it.
 */
import { setFlagsFromString } from 'node:v8';
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

/** Calls `collectGarbage` each time that so many files have been made since the last. */
export function createCollector(every: number): (made: number) => void {
  let since = 0;
  return (made) => {
    since += made;
    if (since < every) return;
    since = 0;
    collectGarbage();
  };
}
