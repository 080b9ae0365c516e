/** A picture in another width. */
import type { ScaledPicture } from '../../site/pictures.ts';

/** Many times what a camera takes; a file that claims more is none that a page could show. */
const MOST_PIXELS = 150_000_000;

/** The picture could not be read to its end. */
export class PictureDamaged extends Error {
  constructor(file: string, reason: string) {
    super(`${file} cannot be read as a picture (${reason}); save it anew as JPEG or PNG`);
  }
}

/** @param file where the original lies; @returns WebP without the camera's notes, which may name people and places. @throws PictureDamaged */
export async function scalePicture(file: string, { source, width }: ScaledPicture): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(file, { failOn: 'truncated', limitInputPixels: MOST_PIXELS }).autoOrient().resize({ width }).webp({ quality: 78 }).toBuffer();
  } catch (error) {
    throw new PictureDamaged(source, error instanceof Error ? error.message : String(error));
  }
}
