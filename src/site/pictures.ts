/** Pictures of articles: their sizes, so that nothing moves when they arrive, and smaller forms for small screens. */
import type { Article } from '../article/article.ts';
import type { PictureAttributes } from '../article/markdown.ts';
import { href, type SiteAddress, type SitePath } from './urls.ts';

/** What is known of a picture of the media folder. */
export interface PictureFacts {
  readonly digest: string;
  /** In pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** False for pictures that move. */
  readonly scalable: boolean;
}

/** By path on the site; undefined for a file that is no picture. */
export type Pictures = ReadonlyMap<string, PictureFacts | undefined>;

/** A form of a picture that is made. */
export interface ScaledPicture {
  /** Below the folder of articles. */
  readonly source: string;
  /** Of the original. */
  readonly digest: string;
  readonly width: number;
}

/** In pixels: a phone, a column on a fine screen, a large screen. */
const WIDTHS = [480, 960, 1440] as const;

/** Width of the text's column. */
const SIZES = '(min-width: 42rem) 40rem, 100vw';

/** The widths in which a picture is made, smallest first. */
export function scaledWidths({ width, scalable }: PictureFacts): readonly number[] {
  const most = WIDTHS[WIDTHS.length - 1] ?? 0;
  if (!scalable || width < WIDTHS[0]) return [];
  return [...WIDTHS.filter((candidate) => candidate < width), ...(width <= most ? [width] : [])];
}

/** Beside the original, so that it is kept and packed with it; the digest keeps it apart from files of the editor. */
export function scaledPath(path: string, { digest }: PictureFacts, width: number): SitePath {
  return `/${path.slice(1).replace(/\.[^.]+$/u, '')}.${digest.slice(0, 8)}-${String(width)}.webp`;
}

/** Finds the attributes of a picture by its path on this site. */
export function createPictureFinder({ pictures, address, absolute = (path) => path }: { readonly pictures: Pictures; readonly address: Pick<SiteAddress, 'base'>; readonly absolute?: (path: string) => string }): (path: string) => PictureAttributes | undefined {
  return (path) => {
    const facts = pictures.get(plainPath(path));
    if (facts === undefined) return undefined;
    const size = { width: String(facts.width), height: String(facts.height) };
    const widths = scaledWidths(facts);
    // Blanks and commas part the entries of the list.
    if (widths.length === 0 || /[\s,]/u.test(path)) return size;
    return { ...size, srcset: widths.map((width) => `${absolute(encodeURI(href(address, scaledPath(plainPath(path), facts, width))))} ${String(width)}w`).join(', '), sizes: SIZES };
  };
}

/** Pictures of this site that an article shows, by their paths. */
export function picturesOf({ image, pictures = [] }: Article): readonly string[] {
  return [...new Set([...(image === undefined ? [] : [image.src]), ...pictures.map(({ src }) => src)].filter((src) => src.startsWith('/media/')).map(plainPath))];
}

/** The path of a file as folders have it. */
export function plainPath(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
