/** The page on which a reader keeps parts of the archive: what is kept, what can be, how far it is. */
import { shapeDigits, type DigitShape } from '../../arabic/digits.ts';
import { formatCount, nouns } from '../../arabic/plural.ts';
import { offlineSentence, offlineText, sentence } from '../../arabic/strings.ts';
import type { DateStyle } from '../../calendar/format-date.ts';
import type { MonthNames } from '../../calendar/months.ts';
import { button, element, isolated } from '../elements.ts';
import { formatBytes } from './byte-size.ts';
import { runJob, type Outcome, type Progress } from './keep-job.ts';
import { formatMoment } from './kept-notice.ts';
import { openLedger, type Ledger, type Pack } from './ledger.ts';
import { fetchIndex, type ListedFile, type OfflineIndex } from './lists.ts';
import { filesOf, listsOf, sizeOfLists } from './pack-files.ts';
import { setKeptFlag } from './register-worker.ts';
import { storesOf, type Stores } from './stores.ts';
import { loadTopicNames, type TopicName } from './topic-names.ts';
import { dropUnused } from './tidy.ts';

/** Bytes up to which the search comes with a topic unless the reader says otherwise. */
const SEARCH_UNASKED = 10_000_000;

function missingBytes(files: readonly ListedFile[], held: ReadonlySet<string>): number {
  return files.reduce((sum, [path, size]) => sum + (held.has(path) ? 0 : size), 0);
}

const root = document.querySelector<HTMLElement>('#offline');
if (root !== null) void start(root);

async function start(root: HTMLElement): Promise<void> {
  const { base = '/', digits = 'western', months = 'gulf', offered } = root.dataset;
  const say = (text: string): void => { root.replaceChildren(element('p', {}, text)); };
  if (offered !== 'true') {
    say(offlineText.notHere);
    return;
  }
  if (!isSecureContext) {
    say(offlineText.insecure);
    return;
  }
  const stores = storesOf(new URL(base, location.href).href);
  try {
    // Each of these is missing in some private windows, or refuses when it is asked.
    if (!('serviceWorker' in navigator) || !('locks' in navigator)) {
      say(offlineText.unsupported);
      return;
    }
    await caches.has(stores.kept);
    const ledger = await openLedger(stores);
    await createOfflinePage(root, stores, ledger, { digits: digits as DigitShape, months: months as MonthNames }).open();
  } catch (error) {
    console.error(error);
    say(offlineText.unsupported);
  }
}

function createOfflinePage(root: HTMLElement, stores: Stores, ledger: Ledger, style: DateStyle): { readonly open: () => Promise<void> } {
  const { digits } = style;
  const status = element('p', { class: 'status', role: 'status' });
  const bar = element('progress', { 'aria-label': offlineText.progress, max: '1', value: '0' });
  const amount = element('span', {});
  const control = element('span', {});
  const line = element('p', { class: 'keeping', hidden: true }, bar, ' ', amount, ' ', control);
  const kept = element('div', {});
  const choose = element('div', {});
  let index: OfflineIndex | undefined;
  let running: AbortController | undefined;

  const showProgress = ({ done, total }: Progress): void => {
    bar.value = total === 0 ? 1 : done / total;
    amount.textContent = offlineSentence.progress(formatBytes(done, digits), formatBytes(total, digits));
  };

  const run = async (): Promise<void> => {
    if (running !== undefined) return;
    running = new AbortController();
    await ledger.put('flags', false, 'paused');
    line.hidden = false;
    status.textContent = '';
    control.replaceChildren(button(offlineText.pause, () => void pause(), { class: 'act' }));
    const outcome = await runJob(stores, { signal: running.signal, onProgress: showProgress });
    running = undefined;
    if (outcome === 'done') setKeptFlag(stores.base, Date.now());
    await showOutcome(outcome);
  };

  const pause = async (): Promise<void> => {
    await ledger.put('flags', true, 'paused');
    running?.abort();
  };

  const showOutcome = async (outcome: Outcome): Promise<void> => {
    const texts: Readonly<Record<Outcome, string>> = { done: offlineText.done, stopped: offlineText.paused, busy: offlineText.elsewhere, full: offlineText.full, offline: offlineText.interrupted, failed: offlineText.failed };
    status.textContent = texts[outcome];
    line.hidden = outcome === 'done';
    control.replaceChildren(...(outcome === 'done' ? [] : [button(offlineText.resume, () => void run(), { class: 'act' })]));
    if (outcome === 'full') await ledger.put('flags', true, 'paused');
    await showKept();
    showChoice();
  };

  const add = async (pack: Pack, bytes: number): Promise<void> => {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    if (bytes > quota - usage) {
      status.textContent = offlineSentence.tooLarge(formatBytes(Math.max(0, quota - usage), digits));
      return;
    }
    // Browsers grant it or not; without it the device may clear what is kept when its own space ends.
    void navigator.storage.persist().catch(() => false);
    await ledger.put('packs', pack);
    setKeptFlag(stores.base, 0);
    await showKept();
    showChoice();
    // A job under way knows nothing of what was added: it ends, and the next takes both.
    running?.abort();
    while (running !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    await run();
  };

  const remove = async (pack: Pack): Promise<void> => {
    running?.abort();
    while (running !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    await ledger.delete('packs', pack.id);
    const left = await ledger.getAll('packs');
    if (left.length === 0) {
      await Promise.all([ledger.clear('files'), ledger.clear('lists'), caches.delete(stores.kept)]);
      setKeptFlag(stores.base, undefined);
      line.hidden = true;
      status.textContent = '';
    } else if (index !== undefined && left.every(({ complete }) => complete !== undefined)) {
      // With a network, so that it is known what the others need; without one it is dropped when it is back.
      const known = index;
      const wanted = (await Promise.all(left.map((other) => filesOf(other, known, stores, ledger)))).flat();
      await dropUnused(stores, ledger, new Set(wanted.map(([path]) => path)));
    }
    await showKept();
    showChoice();
    root.querySelector<HTMLElement>('h2')?.focus();
  };

  const showKept = async (): Promise<void> => {
    const packs = await ledger.getAll('packs');
    const items = packs.map((pack) => {
      const state = pack.complete === undefined ? offlineText.partial : offlineSentence.keptOn(formatMoment(new Date(pack.complete), style));
      const controls = element('span', { class: 'controls' });
      const ask = (): void => {
        const yes = button(offlineText.removeConfirm, () => void remove(pack), { class: 'act' });
        controls.replaceChildren(yes, ' ', button(offlineText.cancel, offer, { class: 'act' }));
        yes.focus();
      };
      const offer = (): void => { controls.replaceChildren(button(offlineText.remove, ask, { class: 'act', 'aria-label': offlineSentence.removeName(pack.name) })); };
      offer();
      const name = pack.topic === undefined ? pack.name : element('a', { href: new URL(encodeURI(pack.topic.slice(1)), stores.base).href }, ...isolated(pack.name));
      return element('li', {}, element('b', {}, name), ` – ${state} `, controls);
    });
    const notes = packs.length === 0 ? [] : [...(packs.some(({ topic, searched }) => topic !== undefined && searched !== true) ? [element('p', {}, offlineText.topicNotSearched)] : []), ...((await navigator.storage.persisted().catch(() => true)) ? [] : [element('p', { class: 'note' }, offlineText.mayBeCleared)])];
    kept.replaceChildren(items.length === 0 ? element('p', {}, offlineText.nothing) : element('ul', { class: 'packs' }, ...items), ...notes);
  };

  const showChoice = (): void => {
    if (index === undefined) {
      choose.replaceChildren(element('p', {}, offlineText.noNetwork));
      return;
    }
    void renderChoice(index).then((parts) => { choose.replaceChildren(...parts); });
  };

  const renderChoice = async (known: OfflineIndex): Promise<readonly Node[]> => {
    const packs = await ledger.getAll('packs');
    const held = new Set(packs.flatMap((pack) => (pack.complete === undefined ? [] : listsOf(pack, known))));
    const has = new Set(packs.map(({ id }) => id));
    const offer = (pack: Pack, articles: number, text: string): Node => {
      const bytes = sizeOfLists(pack, known, held);
      return element('p', {}, `${offlineSentence.size(formatCount(articles, nouns.article, digits), formatBytes(bytes, digits))} `, button(text, () => void add(pack, bytes), { class: 'act' }));
    };
    if (has.has('all')) return [];
    const years = known.years.filter(({ year }) => !has.has(`year-${year}`));
    const select = element('select', { id: 'offline-year' }, ...years.map(({ year }) => new Option(shapeDigits(year, digits), year)));
    const ofYear = element('div', {});
    const showYear = (): void => {
      const found = known.years.find(({ year }) => year === select.value);
      ofYear.replaceChildren(...(found === undefined ? [] : [offer({ id: `year-${found.year}`, name: sentence.year(shapeDigits(found.year, digits)), years: [found.year] }, found.articles, offlineText.keepYear)]));
    };
    select.addEventListener('change', showYear);
    showYear();
    return [
      ...(years.length === 0 ? [] : [element('section', {}, element('h3', {}, element('label', { for: 'offline-year' }, offlineText.year)), select, ofYear)]),
      renderTopicChoice(known),
      element('section', {}, element('h3', {}, offlineText.whole), offer({ id: 'all', name: offlineText.whole, years: [] }, known.articles, offlineText.keepWhole)),
    ];
  };

  const renderTopicChoice = (known: OfflineIndex): Node => {
    const input = element('input', { id: 'offline-topic', list: 'offline-topics', autocomplete: 'off', placeholder: offlineText.topicHint });
    const options = element('datalist', { id: 'offline-topics' });
    const found = element('div', { role: 'status' });
    let names: Promise<readonly TopicName[]> | undefined;
    input.addEventListener('focus', () => {
      names ??= loadTopicNames(stores);
      void names.then((loaded) => { options.replaceChildren(...loaded.map(({ label }) => new Option(label, label))); }, () => { names = undefined; });
    });
    input.addEventListener('change', () => void measure());
    const measure = async (): Promise<void> => {
      const typed = input.value.trim();
      found.replaceChildren();
      if (typed === '') return;
      found.textContent = offlineText.measuring;
      try {
        const topic = (await (names ??= loadTopicNames(stores))).find(({ label, name }) => label === typed || name === typed);
        if (topic === undefined) {
          found.textContent = offlineText.unknownTopic;
          return;
        }
        const pack: Pack = { id: `topic-${topic.path}`, name: topic.label, topic: topic.path, years: [] };
        const held = new Set(await ledger.getAllKeys('files'));
        const [read, searched] = await Promise.all([false, true].map(async (searched) => missingBytes(await filesOf({ ...pack, searched }, known, stores, ledger), held)));
        found.replaceChildren(...topicOffer(pack, topic.articles, read ?? 0, searched ?? 0));
      } catch (error) {
        console.error(error);
        found.textContent = offlineText.failed;
      }
    };
    /** The search brings words of the whole archive, which a reader with little space may not want. */
    const topicOffer = (pack: Pack, articles: number, read: number, searched: number): readonly Node[] => {
      const withSearch = element('input', { type: 'checkbox', checked: searched - read <= SEARCH_UNASKED });
      const size = element('span', {});
      const told = (): number => (withSearch.checked ? searched : read);
      const tell = (): void => { size.textContent = `${offlineSentence.size(formatCount(articles, nouns.article, digits), formatBytes(told(), digits))} `; };
      withSearch.addEventListener('change', tell);
      tell();
      return [
        element('p', {}, element('label', {}, withSearch, ' ', offlineText.topicSearched)),
        element('p', {}, size, button(offlineText.keepTopic, () => void add({ ...pack, searched: withSearch.checked }, told()), { class: 'act' })),
      ];
    };
    return element('section', {}, element('h3', {}, element('label', { for: 'offline-topic' }, offlineText.topic)), input, options, found);
  };

  const open = async (): Promise<void> => {
    root.replaceChildren(line, status, element('h2', { tabindex: '-1' }, offlineText.kept), kept, element('h2', {}, offlineText.choose), choose);
    await showKept();
    index = await fetchIndex(stores).catch(() => undefined);
    showChoice();
    const packs = await ledger.getAll('packs');
    if (packs.length === 0) return;
    const paused = (await ledger.get('flags', 'paused')) === true;
    // What was cut off goes on, and what is there follows the site.
    if (index !== undefined && !paused) await run();
    else if (packs.some(({ complete }) => complete === undefined)) await showPaused(paused);
  };

  const showPaused = async (paused: boolean): Promise<void> => {
    line.hidden = false;
    await showOutcome(paused ? 'stopped' : 'offline');
  };

  // What the network's end stopped goes on by itself.
  addEventListener('online', () => void fetchIndex(stores).then((found) => {
    index = found;
    showChoice();
    return ledger.get('flags', 'paused').then((paused) => (paused === true || line.hidden ? undefined : run()));
  }, () => undefined));
  return { open };
}
