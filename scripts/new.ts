/** npm run new: an article file with a fresh permanent id and today's date. */
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Command } from 'commander';
import { isoDay, pad2, pad4 } from '../src/calendar/day.ts';
import { loadArchive } from '../src/build/load-archive.ts';
import { runCommand, UserError, WRONG_USAGE } from './support/command-line.ts';
import { userPath } from './support/project.ts';
import { today } from './support/today.ts';

const program = new Command('npm run new --')
  .description('Makes an article file with a fresh permanent id and today’s date.')
  .argument('<title>', 'headline of the article')
  .option('--articles <dir>', 'folder of article files', 'articles');

/** Crockford's base 32 in lower case: no i, l, o, u, which are misread or make words. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 8;

await runCommand(program, async () => {
  const title = (program.args[0] ?? '').replace(/\s+/gu, ' ').trim();
  if (title === '') throw new UserError('The title is empty', WRONG_USAGE);
  const folder = userPath(program.opts<{ readonly articles: string }>().articles);
  const taken = await loadArchive({ articles: folder, data: folder }).then(({ archive }) => archive.byId, () => new Map<string, unknown>());
  const id = freshId((candidate) => (taken as ReadonlyMap<string, unknown>).has(candidate));
  const day = today();
  const file = join(folder, pad4(day.year), pad2(day.month), `${id}.md`);
  await mkdir(dirname(file), { recursive: true });
  // `wx`: an existing file is never overwritten.
  await writeFile(file, `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\ndate: ${isoDay(day)}\nsection:\ntags: []\nsource:\nsummary:\n---\n\n`, { flag: 'wx' });
  console.log(relative(process.cwd(), file));
  return 0;
});

/** 40 random bits; the first character is a letter, so that no id looks like a number. */
function freshId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = [...randomBytes(ID_LENGTH)].map((byte) => ALPHABET[byte & 31] ?? '').join('');
    if (/^[a-z]/u.test(id) && !isTaken(id)) return id;
  }
}
