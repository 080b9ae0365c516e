/** What a build says at its end. */
import { REASONS, type PlannedChange, type Reason } from '../../src/plan/compare-plan.ts';
import type { BuildReport } from '../../src/build/build-site.ts';

/** A few lines: what there is, what was written, and what it cost. */
export function summaryLines({ articles, outputs, times, changes, written, unchanged, removed, dropped, bundles, bytes, memory }: BuildReport): readonly string[] {
  const total = Object.values(times).reduce((sum, ms) => sum + ms, 0);
  const count = Object.values(written).reduce((sum, files) => sum + files, 0);
  const same = changes.length - count;
  return [
    `${String(articles)} ${articles === 1 ? 'article' : 'articles'}, ${String(outputs)} pages and files: ${String(count)} written, ${String(unchanged)} unchanged, ${String(removed)} removed.`,
    ...(count > 0 && unchanged > 0 ? [`Written: ${kindText(written)}${same > 0 ? `; ${String(same)} more were looked at and came out as they were` : ''}.`] : []),
    ...(bundles.built.length > 0 ? [`Search: ${String(bundles.built.length)} ${bundles.built.length === 1 ? 'bundle' : 'bundles'} built anew (${megabytes(bundles.bytes)}).`] : []),
    ...(dropped.length > 0 ? [`What was put into the site after the last build is not in it now: ${dropped.join(', ')}; run npm run preset again.`] : []),
    `${seconds(total)} (reading ${seconds(times.read)}, pages ${seconds(times.assets + times.pages)}, search ${seconds(times.search)}, publishing ${seconds(times.publish)}), ${megabytes(memory)} of memory at most; the site has ${megabytes(bytes)}.`,
  ];
}

/** Each file that would be built, with the reason; then the counts. */
export function planLines({ changes, bundles, written, unchanged, removed }: BuildReport): readonly string[] {
  const reasons = new Map<Reason, PlannedChange[]>();
  for (const change of changes) {
    const list = reasons.get(change.reason) ?? [];
    reasons.set(change.reason, list);
    list.push(change);
  }
  return [
    ...changes.map(({ file, kind, reason }) => `${file} (${kind}): ${REASONS[reason]}`),
    ...bundles.built.map((key) => `pagefind/${key}/ (search): its articles, their code or the word lists have changed, or it is new`),
    changes.length === 0 ? 'No page would be built.' : `${String(changes.length)} pages and files would be built (${kindText(written)}), since:`,
    ...[...reasons].map(([reason, list]) => `  ${String(list.length)}: ${REASONS[reason]}`),
    `${String(unchanged)} would be left alone, ${String(removed)} would be removed.`,
  ];
}

function kindText(kinds: Readonly<Record<string, number>>): string {
  return Object.entries(kinds).sort(([, a], [, b]) => b - a).map(([kind, files]) => `${String(files)} ${kind}`).join(', ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
