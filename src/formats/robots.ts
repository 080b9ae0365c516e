/** robots.txt: everything may be read; the sitemap says where it is. */
import { absolute, paths, type SiteAddress } from '../site/urls.ts';

export function renderRobots(address: SiteAddress): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(address, paths.sitemapIndex)}\n`;
}
