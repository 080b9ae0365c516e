/** `site.json`: what a program needs to know of a built site, and nothing that changes with each build. */
import type { Site } from '../site/site.ts';

export interface SiteRecord {
  readonly generator: 'Warraq';
  readonly format: 1;
  readonly name: string;
  readonly origin: string;
  readonly base: string;
}

export function buildSiteRecord({ settings, address }: Site): SiteRecord {
  return { generator: 'Warraq', format: 1, name: settings.site.name, origin: address.origin, base: address.base };
}

export function renderSiteRecord(record: SiteRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}
