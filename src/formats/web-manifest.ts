/** The web application manifest (W3C): what a browser needs to put the archive on a home screen. */
import type { Site } from '../site/site.ts';
import { href, ICON_PATHS, paths } from '../site/urls.ts';

/** As in `_includes/styles/tokens.css`. */
const PAPER = '#fdfaf4';
const ACCENT = '#8c1d18';

export function renderWebManifest({ settings, address }: Site): string {
  const home = href(address, paths.home);
  const icon = (path: string, size: number, purpose: 'any' | 'maskable') => ({ src: href(address, path), sizes: `${String(size)}x${String(size)}`, type: 'image/png', purpose });
  const manifest = {
    id: home,
    name: settings.site.name,
    short_name: settings.site.name,
    description: settings.site.description,
    lang: 'ar',
    dir: 'rtl',
    start_url: home,
    scope: home,
    display: 'standalone',
    background_color: PAPER,
    theme_color: ACCENT,
    icons: [icon(ICON_PATHS.small, 192, 'any'), icon(ICON_PATHS.large, 512, 'any'), icon(ICON_PATHS.maskable, 512, 'maskable')],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
