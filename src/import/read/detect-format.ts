/** What kind of file this is, told from its beginning first and its name second: names lie more often. */
import { SourceRefused } from './open-source.ts';
import type { Format } from '../foreign-article.ts';

/** Files that are no text, by their first bytes: what they are, and what to do. */
const BINARY: readonly (readonly [magic: readonly number[], what: string, fix: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document', 'unpack the archive and name the folder; save office documents as text, HTML or CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'extract its text first (pdftotext) and look at the result'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document', 'save it as text, HTML or CSV'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image', 'images are not imported'],
  [[0xff, 0xd8, 0xff], 'an image', 'images are not imported'],
  [[0x47, 0x49, 0x46, 0x38], 'an image', 'images are not imported'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive', 'unpack it and name the folder'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', 'unpack it and name the folder'],
  [[0x42, 0x5a, 0x68], 'bzip2 data', 'unpack it (bunzip2) and name the result'],
  [[0xfd, 0x37, 0x7a, 0x58], 'xz data', 'unpack it (unxz) and name the result'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'Zstandard data', 'unpack it (unzstd) and name the result'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document (RTF)', 'save it as plain text in UTF-8'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database', 'export the table of articles as CSV'],
];

/** @throws SourceRefused for files that hold no text */
export function refuseBinary(sample: Uint8Array): void {
  for (const [magic, what, fix] of BINARY) if (magic.every((byte, index) => sample[index] === byte)) throw new SourceRefused('not-text', `this is ${what}`, fix);
  if (new TextDecoder('latin1').decode(sample.subarray(257, 262)) === 'ustar') throw new SourceRefused('not-text', 'this is a tar archive', 'unpack it and name the folder');
}

/**
 * @param head decoded beginning of the file
 * @param name file name without `.gz`
 * @throws SourceRefused for XML of a kind that is not known
 */
export function detectFormat(head: string, name: string): Format {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const byName = BY_NAME[extension];
  refuseOther(text);
  if (text.startsWith('<')) return detectMarkup(text, byName);
  if (byName === 'csv') return 'csv';
  if (byName === 'jsonl' || ((text.startsWith('{') || text.startsWith('[')) && byName === undefined && /^(?:\{\s*"|\[\s*\{)/u.test(text))) return isJsonFeed(text) ? 'feed' : 'jsonl';
  if (byName !== undefined && byName !== 'html') return byName;
  if (/^(?:---|\+\+\+)[ \t]*\r?\n/u.test(text)) return 'markdown';
  return byName === 'html' ? 'html' : 'text';
}

/** Text that no reader takes for articles: it would come in as one article of commands. */
function refuseOther(text: string): void {
  if (/^(?:From|MIME-Version|Content-Type|Snapshot-Content-Location|Subject):.{0,4000}?^Content-Type:\s*multipart\/related/imsu.test(text.slice(0, 8000))) throw new SourceRefused('not-text', 'this is a page saved as a single file (MHTML)', 'open it in a browser and save it as “web page, HTML only”');
  if (/^(?:(?:--|#)[^\n]*\n|\/\*[^]*?\*\/;?|\s)*(?:INSERT INTO|CREATE TABLE|DROP TABLE|CREATE DATABASE|SET (?:SQL_MODE|NAMES|@)|USE `|LOCK TABLES)/iu.test(text.slice(0, 20_000))) throw new SourceRefused('sql-dump', 'this is a dump of a database as SQL commands', 'load it into a database and export the table of articles as CSV or JSON; phpMyAdmin and DBeaver do both');
}

const BY_NAME: Readonly<Record<string, Format>> = {
  md: 'markdown', markdown: 'markdown', mdown: 'markdown',
  html: 'html', htm: 'html', xhtml: 'html', shtml: 'html', mhtml: 'html',
  jsonl: 'jsonl', ndjson: 'jsonl', json: 'jsonl',
  csv: 'csv', tsv: 'csv', tab: 'csv',
};

function isJsonFeed(text: string): boolean {
  return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(text.slice(0, 65_536));
}

function detectMarkup(text: string, byName: Format | undefined): Format {
  const root = /<([A-Za-z][\w:.-]*)/u.exec(text.replace(/<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\])?[^>]*>/giu, ' '))?.[1] ?? '';
  if (/^<!doctype html/iu.test(text) || /^html$/iu.test(root)) return 'html';
  if (root === 'rss' || root === 'rdf:RDF' || root === 'feed') return text.includes('wordpress.org/export/') ? 'wxr' : 'feed';
  if (/^(?:TEI|TEI\.2|teiCorpus)$/u.test(root)) {
    throw new SourceRefused('xml-other', 'this is a TEI edition, which holds a whole journal issue with its apparatus', 'import the Markdown files that such editions publish beside it');
  }
  if (text.startsWith('<?xml')) throw new SourceRefused('xml-other', `this is XML of another kind (<${root}>)`, 'export the articles as WXR, RSS, Atom, HTML, CSV or JSON Lines');
  return byName === 'markdown' || byName === 'csv' || byName === 'jsonl' ? byName : 'html';
}
