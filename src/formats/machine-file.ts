/** A file for machines: where it stands, and what is in it. */
import type { SitePath } from '../site/urls.ts';

export interface MachineFile {
  readonly path: SitePath;
  /** The content; built when it is asked for. */
  readonly render: () => string;
}
