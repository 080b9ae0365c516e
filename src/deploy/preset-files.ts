/** What a preset is: files, and words about them. */

export interface PresetFile {
  /** `site`: into the folder of the site, anew after each build; `beside`: to the configuration of the host. */
  readonly place: 'site' | 'beside';
  readonly name: string;
  readonly text: string;
}

export interface Preset {
  readonly files: readonly PresetFile[];
  /** What the person who deploys has to do with them, or should know: a sentence each. */
  readonly notes: readonly string[];
}
