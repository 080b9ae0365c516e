/** Times the steps of a build and tells its listener of each. */

export const STEPS = ['read', 'assets', 'pages', 'search', 'publish'] as const;

export interface Progress {
  readonly step: (typeof STEPS)[number];
  readonly done?: number;
  readonly total?: number;
}

export interface StepClock {
  begin(progress: Progress): void;
  /** Of the present step. */
  tell(progress: Progress): void;
  end(): Readonly<Record<Progress['step'], number>>;
}

export function startClock(onProgress: ((step: Progress) => void) | undefined): StepClock {
  const times: Record<Progress['step'], number> = { read: 0, assets: 0, pages: 0, search: 0, publish: 0 };
  let current: { readonly step: Progress['step']; readonly since: number } | undefined;
  const stop = (): void => {
    if (current !== undefined) times[current.step] += Math.round(performance.now() - current.since);
  };
  return {
    begin: (progress) => {
      stop();
      current = { step: progress.step, since: performance.now() };
      onProgress?.(progress);
    },
    tell: (progress) => onProgress?.(progress),
    end: () => {
      stop();
      current = undefined;
      return times;
    },
  };
}
