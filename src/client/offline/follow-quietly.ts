/** Brings what is kept up to date while the reader reads, and goes on with what was cut off; not where the reader paused it. */
import { runJob } from './keep-job.ts';
import { openLedger } from './ledger.ts';
import { storesOf } from './stores.ts';

export async function followQuietly(base: string): Promise<void> {
  const stores = storesOf(base);
  const ledger = await openLedger(stores);
  const paused = await ledger.get('flags', 'paused');
  ledger.close();
  // Whatever comes of it, the page about reading offline says it.
  if (paused !== true) await runJob(stores);
}
