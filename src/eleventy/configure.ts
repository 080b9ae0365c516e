/** How Eleventy is set up here: TypeScript templates, nothing guessed, nothing read that the plan does not name. */
import type { EleventyConfig } from '@11ty/eleventy';

/** Folder of the templates, from the project's root. */
export const TEMPLATES = 'src/eleventy/templates';

export interface EleventySettings {
  readonly dir: { readonly input: string; readonly includes: string; readonly data: string };
  readonly templateFormats: readonly string[];
  readonly markdownTemplateEngine: false;
  readonly htmlTemplateEngine: false;
}

export function configureEleventy(config: EleventyConfig): EleventySettings {
  config.addExtension('11ty.ts', { key: '11ty.js' });
  config.addTemplateFormats('11ty.ts');
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  // Else Eleventy prints how long its transforms took. 0 turns the message off.
  config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
  return {
    // `_includes` and `_data` are imported and parsed by our own code; Eleventy must not look for templates or data in them.
    dir: { input: TEMPLATES, includes: '_none', data: '_none' },
    templateFormats: ['11ty.ts'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
