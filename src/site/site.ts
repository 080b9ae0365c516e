/** The archive as it is about to be published: with its settings, its address and the way it writes numbers and dates. */
import type { Archive } from '../archive/archive.ts';
import type { RelatedPast } from '../archive/related.ts';
import type { Settings } from '../archive/settings.ts';
import { LANGUAGES } from '../languages/languages.ts';
import { createDateText, type DateText } from './date-text.ts';
import type { Pictures } from './pictures.ts';
import type { SiteAddress } from './urls.ts';

export interface Site {
  readonly archive: Archive;
  readonly settings: Settings;
  readonly address: SiteAddress;
  readonly text: DateText;
  /** Of the media folder. */
  readonly pictures: Pictures;
  /** Where names and words were met in the oldest articles, where an earlier build has kept it. */
  readonly relatedPast: RelatedPast | undefined;
}

export function buildSite(archive: Archive, settings: Settings, address: SiteAddress, pictures: Pictures = new Map(), relatedPast?: RelatedPast): Site {
  return { archive, settings, address, pictures, relatedPast, text: createDateText(settings.site, LANGUAGES[settings.site.language]) };
}
