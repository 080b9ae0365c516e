/** The archive as it is about to be published: with its settings, its address and the way it writes numbers and dates. */
import type { Archive } from '../archive/archive.ts';
import type { Settings } from '../archive/settings.ts';
import { LANGUAGES } from '../languages/languages.ts';
import { createDateText, type DateText } from './date-text.ts';
import type { SiteAddress } from './urls.ts';

export interface Site {
  readonly archive: Archive;
  readonly settings: Settings;
  readonly address: SiteAddress;
  readonly text: DateText;
}

export function buildSite(archive: Archive, settings: Settings, address: SiteAddress): Site {
  return { archive, settings, address, text: createDateText(settings.site, LANGUAGES[settings.site.language]) };
}
