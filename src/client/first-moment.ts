/**
 * The one script that stands in the page itself, so that the first thing drawn is as the reader set it and nothing is waited for. It
 * takes whatever word is stored; `reader.ts`, which knows the words, takes the others away again.
 * A reader who has dates written otherwise sees the page once `reader.ts` is there to write them.
 */
import { OFFERED, SETTINGS_KEY, WRITTEN } from './setting-names.ts';

/** A page whose script does not come is read as it is. */
const PATIENCE_MS = 1_500;

const root = document.documentElement;
try {
  const stored = JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}') as Readonly<Record<string, unknown>>;
  for (const name of OFFERED) {
    const value = stored[name];
    if (typeof value === 'string' && /^[a-z]+$/u.test(value)) {
      root.setAttribute(`data-${name}`, value);
      if (WRITTEN.includes(name)) root.setAttribute('data-unwritten', '');
    }
  }
} catch {
  // Storage may be forbidden, or hold what another program wrote.
}
setTimeout(() => { root.removeAttribute('data-unwritten'); }, PATIENCE_MS);
