/** A place to which a site is sent. Paths are below its root, with `/`. */
export interface Target {
  /** Text of a file; undefined where there is none. @throws TargetFailed */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Sends files of a folder, in their order as far as the target can. @throws TargetFailed */
  readonly send: (folder: string, paths: readonly string[]) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
}

/** The target cannot be reached, or refuses; the message is the tool's own. */
export class TargetFailed extends Error {}
