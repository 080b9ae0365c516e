/** A file for machines: where it stands, and what is in it. */
import type { Article } from '../article/article.ts';
import type { Card } from './card.ts';
import type { ScaledPicture } from '../site/pictures.ts';
import type { SitePath } from '../site/urls.ts';

export interface MachineFile {
  readonly path: SitePath;
  /** The content; built when it is asked for. */
  render(): string;
  /** For a picture: what is drawn into it. `render` then gives the same as text, which stands for the picture and is not written. */
  readonly card?: Card;
  readonly scaled?: ScaledPicture;
  /** The article that this is another form of: the two are made together, while its text is at hand. */
  readonly article?: Article;
  /** What it is made of beside the settings and the address, where that is cheaper to look at than to make the content. */
  readonly inputs?: { readonly articles: readonly Article[]; readonly facts: readonly (string | number | undefined)[] };
  /** For a large table of the whole archive: its pieces in their order, of which the first stay as they are from build to build. */
  readonly pieces?: readonly TablePiece[];
  /** For a file that only says how large others are and what their sums are: a build makes it last, of what it knows, and renders none of them again. */
  readonly last?: { readonly of: readonly SitePath[]; readonly render: (facts: ReadonlyMap<SitePath, FileFacts>) => string };
}

/** A piece of a table: the content of the file is that of all its pieces. */
export interface TablePiece {
  readonly articles: readonly Article[];
  readonly render: () => string;
}

/** True for a picture, which is drawn and not written. */
export function isPicture({ card, scaled }: MachineFile): boolean {
  return card !== undefined || scaled !== undefined;
}

/** What is known of a file without its content. */
export interface FileFacts {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}
