/** One file, whatever it is: unpacked, decoded, its kind told, its articles read one by one. */
import type { Format, Found } from '../foreign-article.ts';
import { declaredEncoding, detectEncoding, type Encoding } from './detect-encoding.ts';
import { decodeStream } from './decode-stream.ts';
import { detectFormat, refuseBinary } from './detect-format.ts';
import type { SourceFile } from './find-sources.ts';
import { openSource, SourceRefused, type OpenSource } from './open-source.ts';
import { readCsv } from './read-csv.ts';
import { readFeed } from './read-feed.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import type { ColumnField } from './read-records.ts';
import { readText } from './read-text.ts';
import { readWxr } from './read-wxr.ts';

export interface ReadOptions {
  readonly format: Format | 'auto';
  readonly encoding: Encoding | 'auto';
  /** Field → column, as the user said. */
  readonly columns: ReadonlyMap<ColumnField, string>;
  readonly separator?: string | undefined;
}

/** What a file was found to be. */
export interface SourceKind {
  readonly file: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly evidence: string;
}

/** Yields the kind of the file first, then what it holds. Never throws for what is wrong with the file: that is a refusal. */
export async function* readSource(source: SourceFile, options: ReadOptions): AsyncGenerator<Found | { readonly kind: SourceKind }> {
  const refuse = (code: string, reason: string, fix: string): Found => ({ refusal: { place: { file: source.name }, code, reason, fix } });
  if (source.link === true) {
    yield refuse('link', 'it is a link or no plain file', 'copy the file itself');
    return;
  }
  try {
    const file = await openSource(source.path);
    if (file.sample.length === 0) {
      yield refuse('empty', 'the file is empty', 'nothing, if it should be empty');
      return;
    }
    refuseBinary(file.sample);
    const guess = chooseEncoding(file, options.encoding);
    if ('reason' in guess) {
      yield refuse('encoding', guess.reason, 'say what it is with --encoding, or convert it to UTF-8 first');
      return;
    }
    const head = new TextDecoder(guess.encoding).decode(file.sample).replace(/\uFFFD$/u, '');
    const format = options.format === 'auto' ? detectFormat(head, source.name.replace(/\.gz$/iu, '')) : options.format;
    yield { kind: { file: source.name, format, encoding: guess.encoding, evidence: `${file.compressed ? 'gzip; ' : ''}${guess.evidence}` } };
    yield* readAs(format, decodeStream(file.bytes(), guess.encoding), head, source.name, options);
  } catch (error) {
    if (error instanceof SourceRefused) {
      yield refuse(error.code, error.message, error.fix);
      return;
    }
    if (error instanceof Error && 'syscall' in error) {
      yield refuse('unreadable', error.message.replace(source.path, source.name), "check the file's permissions");
      return;
    }
    // One file that trips a parser must not cost the others.
    yield refuse('unreadable', `reading it failed: ${error instanceof Error ? error.message.replaceAll(source.path, source.name).slice(0, 160) : 'for a reason nobody knows'}`, 'save or export it again in another format, such as text or CSV');
  }
}

function chooseEncoding(file: OpenSource, asked: Encoding | 'auto'): ReturnType<typeof detectEncoding> {
  if (asked !== 'auto') return { encoding: asked, evidence: 'as you said' };
  const guess = detectEncoding(file.sample, file.whole);
  const declared = declaredEncoding(file.sample);
  // What the bytes show wins over what the file says of itself, except where they show nothing.
  if (declared === undefined || !('reason' in guess)) return guess;
  return { encoding: declared, evidence: 'as the file says of itself' };
}

function readAs(format: Format, chunks: AsyncIterable<string>, head: string, name: string, { columns, separator }: ReadOptions): AsyncIterable<Found> {
  switch (format) {
    case 'text':
      return readText(chunks, name, separator);
    case 'markdown':
      return readMarkdown(chunks, name, columns);
    case 'html':
      return readHtml(chunks, name);
    case 'wxr':
      return readWxr(chunks, name);
    case 'feed':
      return head.trimStart().replace(/^\uFEFF/u, '').startsWith('{') ? readJson(chunks, head, name, columns) : readFeed(chunks, name);
    case 'jsonl':
      return readJson(chunks, head, name, columns);
    case 'csv':
      return readCsv(chunks, head, name, columns);
  }
}
