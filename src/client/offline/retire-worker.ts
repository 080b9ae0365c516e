/** The worker of a site that keeps nothing any more: takes the place of the old one, clears what it kept, and goes. */
import { deleteLedger } from './ledger.ts';
import { storesOf } from './stores.ts';
import { workerScope } from './worker-scope.ts';

const scope = workerScope();

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

async function retire(): Promise<void> {
  const stores = storesOf(scope.registration.scope);
  await Promise.all([stores.seen, stores.assets, stores.kept].map((name) => caches.delete(name)));
  await scope.registration.unregister();
  await deleteLedger(stores);
}
