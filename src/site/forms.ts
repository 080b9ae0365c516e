/** Whether each article is there as JSON, plain text and Markdown too. */
import type { Site } from './site.ts';

export function hasForms({ settings }: Pick<Site, 'settings'>): boolean {
  return settings.site.forms === 'true';
}
