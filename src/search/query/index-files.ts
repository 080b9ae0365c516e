/** Reads the files of an index, each once; a file that failed is asked for again the next time. */
import { readWords } from '../../arabic/forms.ts';
import { ByteReader } from '../format/bytes.ts';
import { chunkOf, chunksOfPrefix, type ChunkList } from '../format/chunks.ts';
import { readFacetColumn, type FacetColumn } from '../format/facet-column.ts';
import { FORMAT, MANIFEST, NAMES_PER_FILE, type Facet, type NameRow, type SearchManifest } from '../format/manifest.ts';
import { readPlaces, type Places } from '../format/places.ts';
import { readForms, type FormPostings } from '../format/postings.ts';
import { readVocabulary, type VocabularyEntry } from '../format/vocabulary.ts';

/** @param name below the folder of the bundles. @throws when the file cannot be had */
export type LoadFile = (name: string) => Promise<Uint8Array>;

/** An article as its fragment keeps it. */
export interface StoredArticle {
  /** Path on the site, without the base. */
  readonly url: string;
  /** The original text, tokens a space apart. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface KnownName {
  readonly name: string;
  readonly facet: Facet;
  readonly articles: number;
  readonly forms: readonly string[];
}

/** Every data file of Pagefind begins with these bytes inside its gzip. */
const SIGNATURE = 'pagefind_dcd';

export class IndexFiles {
  readonly #load: LoadFile;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(load: LoadFile) {
    this.#load = load;
  }

  /** @throws when the index is of another format than this program reads */
  manifest(): Promise<SearchManifest> {
    return this.#once(MANIFEST, (bytes) => {
      const manifest = JSON.parse(new TextDecoder().decode(bytes)) as SearchManifest;
      if ((manifest.format as number) !== FORMAT) throw new Error(`The index has format ${String(manifest.format)}; this search reads ${String(FORMAT)}`);
      return manifest;
    });
  }

  async json<T>(file: string): Promise<T> {
    return this.#once(file, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  /** What the vocabulary says of a form. */
  async entryOf(form: string): Promise<VocabularyEntry | undefined> {
    const file = chunkOf((await this.manifest()).vocabulary, form);
    return file === undefined ? undefined : (await this.#vocabulary(file)).get(form);
  }

  /** All forms that begin with a prefix. */
  async entriesOfPrefix(prefix: string): Promise<readonly VocabularyEntry[]> {
    const { vocabulary } = await this.manifest();
    const files = await Promise.all(chunksOfPrefix(vocabulary, prefix).map((file) => this.#vocabulary(file)));
    return files.flatMap((entries) => [...entries.values()].filter(({ form }) => form.startsWith(prefix)));
  }

  /** The forms of a class in each segment, with their articles; empty where a segment has none. */
  async classIn(name: string): Promise<readonly (readonly FormPostings[])[]> {
    const { segments } = await this.manifest();
    return Promise.all(
      segments.map(async ({ words }) => {
        const file = chunkOf(words, name);
        return file === undefined ? [] : ((await this.#table(file, readForms)).get(name)?.() ?? []);
      }),
    );
  }

  /** The places of a form in each segment, for the articles that `classIn` gives it; undefined where a segment has none. */
  async placesOf(form: string): Promise<readonly (Places | undefined)[]> {
    const { segments } = await this.manifest();
    return Promise.all(
      segments.map(async ({ places }) => {
        const file = chunkOf(await this.json<ChunkList>(places), form);
        return file === undefined ? undefined : (await this.#table(file, readPlaces)).get(form)?.();
      }),
    );
  }

  /** The archive's own names with their normal forms, those with most articles first. */
  async names(): Promise<readonly KnownName[]> {
    const { names } = await this.manifest();
    return this.#once(names, (bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as NameRow[]).map(([facet, articles, name]) => ({ facet, articles, name, forms: readWords(name).map(({ form }) => form) })));
  }

  async facet(facet: Facet): Promise<readonly FacetColumn[]> {
    const { segments } = await this.manifest();
    return Promise.all(segments.map(({ facets }) => this.#once(facets[facet], readFacetColumn)));
  }

  /** Names of the fragments of a bundle's articles. */
  async fragmentNames(bundle: number): Promise<readonly string[]> {
    const files = (await this.manifest()).bundles[bundle]?.names ?? [];
    return (await Promise.all(files.map((file) => this.#lines(file)))).flat();
  }

  /** @param place of the article in the bundle */
  async article(bundle: number, place: number): Promise<StoredArticle> {
    const { key = '', names = [] } = (await this.manifest()).bundles[bundle] ?? {};
    const file = names[Math.floor(place / NAMES_PER_FILE)];
    const name = file === undefined ? undefined : (await this.#lines(file))[place % NAMES_PER_FILE];
    if (name === undefined) throw new Error(`The index has no article ${String(place)} in its part ${key}`);
    return this.#once(`${key}/fragment/unknown_${name}.pf_fragment`, (bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (!text.startsWith(SIGNATURE)) throw new Error(`${key}/${name} is no fragment`);
      return JSON.parse(text.slice(SIGNATURE.length)) as StoredArticle;
    });
  }

  #lines(file: string): Promise<readonly string[]> {
    return this.#once(file, (bytes) => new TextDecoder().decode(bytes).split('\n'));
  }

  #vocabulary(file: string): Promise<ReadonlyMap<string, VocabularyEntry>> {
    return this.#once(file, (bytes) => new Map(readVocabulary(new ByteReader(bytes)).map((entry) => [entry.form, entry])));
  }

  /** Rows are decoded when they are asked for: a file has hundreds. */
  #table<Row>(file: string, readRow: (reader: ByteReader) => Row): Promise<ReadonlyMap<string, () => Row>> {
    return this.#once(file, (bytes) => {
      const reader = new ByteReader(bytes);
      const rows = new Map<string, () => Row>();
      while (!reader.done) {
        const name = reader.text();
        const body = reader.bytes(reader.varint());
        let row: Row | undefined;
        rows.set(name, () => (row ??= readRow(new ByteReader(body))));
      }
      return rows;
    });
  }

  #once<T>(file: string, read: (bytes: Uint8Array) => T): Promise<T> {
    const known = this.#known.get(file) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const reading = this.#load(file).then(unzip).then(read);
    this.#known.set(file, reading);
    reading.catch(() => this.#known.delete(file));
    return reading;
  }
}

/** Files are gzip, whatever the host says of them; a host that already unpacked one did no harm. */
async function unzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
