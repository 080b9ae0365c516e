/** Sends a site to a target. Killed at any moment it leaves a working site, and the next deploy goes on from there. */
import { randomUUID } from 'node:crypto';
import { hashFiles, listFiles, type Sums } from '../build/sums.ts';
import { NO_STATE, parseState, renderState, STATE_FILE, UNKNOWN, type DeployState } from './deploy-state.ts';
import { planDeploy, type DeployPlan } from './plan-deploy.ts';
import type { Target } from './targets/target.ts';

export interface DeployOptions {
  /** Folder of the built site. */
  readonly site: string;
  readonly target: Target;
  readonly remove: boolean;
  /** Sends every file, whatever is noted of it: somebody may have changed the target by hand. */
  readonly all?: boolean | undefined;
  readonly onProgress?: ((group: string, files: number) => void) | undefined;
}

/** The state at the target cannot be read. */
export class StateDamaged extends Error {}

/** Another deploy to the target began while this one was at it. */
export class Overtaken extends Error {}

/** What would be sent. @throws StateDamaged */
export async function prepareDeploy({ site, target, remove, all = false }: DeployOptions): Promise<{ readonly plan: DeployPlan; readonly state: DeployState; readonly local: Sums }> {
  const text = await target.read(STATE_FILE);
  const noted = text === undefined ? NO_STATE : parseState(text);
  if (noted === undefined) throw new StateDamaged(`The file ${STATE_FILE} at the target is damaged`);
  const state = all ? { ...noted, files: new Map([...noted.files.keys()].map((path) => [path, UNKNOWN])) } : noted;
  const local = hashFiles(site, await listFiles(site));
  return { plan: planDeploy(local, state, remove), state, local };
}

/** Carries a plan out. @throws Overtaken */
export async function runDeploy({ site, target, onProgress }: DeployOptions, { plan, state, local }: Awaited<ReturnType<typeof prepareDeploy>>): Promise<void> {
  const changes = plan.groups.flatMap(({ paths }) => paths);
  if (changes.length + plan.remove.length === 0 && plan.stale.length === state.stale.size) return;
  // While files are on their way the state vouches for none of them, so that a deploy after a kill sends them again, or deletes them.
  const known = new Map([...state.files, ...changes.map((path) => [path, UNKNOWN] as const)]);
  const run = randomUUID();
  const write = (stale: Iterable<string>, under: string | undefined): Promise<void> => target.write(STATE_FILE, renderState({ files: known, stale: new Set(stale), run: under }));
  const save = async (stale: Iterable<string>, under: string | undefined): Promise<void> => {
    if (parseState((await target.read(STATE_FILE)) ?? '')?.run !== run) throw new Overtaken(`Another deploy began while this one sent files, and the target may have files of both`);
    await write(stale, under);
  };
  await write(state.stale, run);
  for (const { name, paths } of plan.groups) {
    onProgress?.(name, paths.length);
    await target.send(site, paths);
    for (const path of paths) known.set(path, local.get(path) ?? '');
    await save(state.stale, run);
  }
  if (plan.remove.length > 0) {
    onProgress?.('deleting', plan.remove.length);
    await target.remove(plan.remove);
    for (const path of plan.remove) known.delete(path);
  }
  await save(plan.stale, undefined);
}
