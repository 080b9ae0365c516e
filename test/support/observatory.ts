/**
 * The score of Mozilla's HTTP Observatory for the headers of one answer, as its documentation states the rules: from 100,
 * with deductions; bonuses count only from 90 on. Cookies, scripts of others and the redirect to https are not looked at:
 * a site has none of the first two, and tests have no certificate.
 */

export interface Score {
  readonly score: number;
  /** What added or took points. */
  readonly reasons: readonly string[];
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export function observatoryScore(headers: Headers): Score {
  const value = (name: string): string => String(headers[name] ?? '');
  const policy = parsePolicy(value('content-security-policy'));
  const rules: readonly (readonly [points: number, reason: string])[] = [
    ...policyPoints(policy),
    Number(/max-age=(\d+)/u.exec(value('strict-transport-security'))?.[1] ?? 0) >= 15_768_000 ? [0, 'HSTS'] : [-20, 'no HSTS of six months'],
    value('x-content-type-options') === 'nosniff' ? [0, 'nosniff'] : [-5, 'no nosniff'],
    policy.has('frame-ancestors') ? [5, 'framing forbidden by the policy'] : /^(?:DENY|SAMEORIGIN)$/u.test(value('x-frame-options')) ? [0, 'X-Frame-Options'] : [-20, 'framing allowed'],
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/u.test(value('referrer-policy')) ? [5, 'referrer policy'] : [0, 'no private referrer policy'],
  ];
  const base = 100 + rules.reduce((sum, [points]) => sum + Math.min(0, points), 0);
  const bonus = base >= 90 ? rules.reduce((sum, [points]) => sum + Math.max(0, points), 0) : 0;
  return { score: base + bonus, reasons: rules.map(([points, reason]) => `${String(points)} ${reason}`) };
}

function parsePolicy(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(text.split(';').flatMap((part): [string, string[]][] => {
    const [name = '', ...sources] = part.trim().split(/\s+/u);
    return name === '' ? [] : [[name, sources]];
  }));
}

function policyPoints(policy: ReadonlyMap<string, readonly string[]>): readonly (readonly [number, string])[] {
  if (policy.size === 0) return [[-25, 'no policy']];
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['*'];
  const styles = policy.get('style-src') ?? policy.get('default-src') ?? ['*'];
  if (scripts.includes("'unsafe-inline'") || scripts.some((source) => ['*', 'data:', 'http:', 'https:'].includes(source))) return [[-20, 'scripts may be anything']];
  if (scripts.includes("'unsafe-eval'")) return [[-10, 'eval']];
  if (styles.includes("'unsafe-inline'")) return [[0, 'styles in pages']];
  return [policy.get('default-src')?.join(' ') === "'none'" ? [10, 'nothing unsafe, and nothing that is not named'] : [5, 'nothing unsafe']];
}
