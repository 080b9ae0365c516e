/**
 * Makes article files of a corpus in JSON Lines (`{id, title?, body, date, source, author?, url}`), for measuring builds
 * on real text. A tool for benchmarks: an import for archivists asks more questions.
 */
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Command } from 'commander';
import { bodyText } from '../src/article/markdown.ts';
import { runCommand, UserError } from './support/command-line.ts';
import { userPath } from './support/project.ts';

const program = new Command('node --import tsx scripts/articles-from-jsonl.ts')
  .description('Makes article files of a JSON Lines corpus, for measuring builds.')
  .argument('<corpus>', 'a .jsonl or .jsonl.gz file')
  .argument('<dir>', 'folder for the article files')
  .option('--limit <n>', 'at most so many articles', '10000');

interface CorpusArticle {
  readonly id: string;
  readonly title?: string;
  readonly body: string;
  readonly date: string;
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
}

await runCommand(program, async () => {
  const [corpus = '', folder = ''] = program.args.map(userPath);
  const limit = Number(program.opts<{ readonly limit: string }>().limit);
  const file = createReadStream(corpus);
  const lines = createInterface({ input: corpus.endsWith('.gz') ? file.pipe(createGunzip()) : file, crlfDelay: Infinity });
  const made = new Set<string>();
  let written = 0;
  for await (const line of lines) {
    if (written >= limit) break;
    if (line.trim() === '') continue;
    const article = JSON.parse(line) as CorpusArticle;
    const id = article.id.toLowerCase().replace(/[^a-z0-9-]+/gu, '-');
    if (made.has(id)) throw new UserError(`The corpus has the id ${article.id} twice`);
    made.add(id);
    const path = join(folder, article.date.slice(0, 4), article.date.slice(5, 7), `${id}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, toFile(id, article));
    written += 1;
  }
  console.log(`${String(written)} articles in ${folder}`);
  return 0;
});

function toFile(id: string, { title, body, date, source, author, url }: CorpusArticle): string {
  const text = clean(body).trim();
  const headline = clean(title ?? '').trim() || bodyText(text).split(/\s+/u).slice(0, 10).join(' ') || id;
  const fields = { id, title: headline.slice(0, 400), date: date.slice(0, 10), source, authors: author === undefined || author.trim() === '' ? undefined : [clean(author).trim().slice(0, 150)], original_url: url };
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`]));
  // Four spaces would make code of a paragraph; the corpus indents its first lines.
  return `---\n${lines.join('\n')}\n---\n\n${text.replace(/^[ \t]+/gmu, '')}\n`;
}

/** Control characters and overrides would be refused or reported; line ends are unified. */
function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, '');
}
