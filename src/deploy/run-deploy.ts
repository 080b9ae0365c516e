/** Sends a site to a target. Killed at any moment it leaves a working site, and the next deploy goes on from there. */
import { hashFiles, listFiles, type Sums } from '../build/sums.ts';
import { NO_STATE, parseState, renderState, STATE_FILE, type DeployState } from './deploy-state.ts';
import { planDeploy, type DeployPlan } from './plan-deploy.ts';
import type { Target } from './targets/target.ts';

export interface DeployOptions {
  /** Folder of the built site. */
  readonly site: string;
  readonly target: Target;
  readonly remove: boolean;
  readonly onProgress?: ((group: string, files: number) => void) | undefined;
}

/** The state at the target cannot be read. */
export class StateDamaged extends Error {}

/** What would be sent. @throws StateDamaged */
export async function prepareDeploy({ site, target, remove }: DeployOptions): Promise<{ readonly plan: DeployPlan; readonly state: DeployState; readonly local: Sums }> {
  const text = await target.read(STATE_FILE);
  const state = text === undefined ? NO_STATE : parseState(text);
  if (state === undefined) throw new StateDamaged(`The file ${STATE_FILE} at the target is damaged`);
  const local = hashFiles(site, await listFiles(site));
  return { plan: planDeploy(local, state, remove), state, local };
}

/** Carries a plan out. */
export async function runDeploy({ site, target, onProgress }: DeployOptions, { plan, state, local }: Awaited<ReturnType<typeof prepareDeploy>>): Promise<void> {
  const changes = plan.groups.flatMap(({ paths }) => paths);
  if (changes.length + plan.remove.length === 0 && plan.stale.length === state.stale.size) return;
  // While files are on their way the state vouches for none of them, so that a deploy after a kill sends them again.
  const known = new Map([...state.files].filter(([path]) => !changes.includes(path)));
  const save = (stale: readonly string[]): Promise<void> => target.write(STATE_FILE, renderState({ files: known, stale: new Set(stale) }));
  await save([...state.stale]);
  for (const { name, paths } of plan.groups) {
    onProgress?.(name, paths.length);
    await target.send(site, paths);
    for (const path of paths) known.set(path, local.get(path) ?? '');
    await save([...state.stale]);
  }
  if (plan.remove.length > 0) {
    onProgress?.('deleting', plan.remove.length);
    await target.remove(plan.remove);
    for (const path of plan.remove) known.delete(path);
  }
  await save(plan.stale);
}
