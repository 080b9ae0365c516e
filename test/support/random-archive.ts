/** Archives of article files that change at random: additions, edits, deletions, renames, with every field that an article can have. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A generator of whole numbers below a limit (xorshift); a test prints its seed, and the same seed repeats it. */
export function createDice(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

type Dice = ReturnType<typeof createDice>;

const WORDS = 'المدينة القديمة افتتاح معرض الكتاب في العاصمة وزير الثقافة يزور المكتبة الوطنية بعد ترميمها مشروع جديد للمياه والطاقة اجتماع مجلس الجامعة نتائج البطولة'.split(' ');
const NAMES = ['مكتبة', 'مكتبه', 'أحمد', 'احمد', 'العلوم', 'النيل', 'Reuters', 'C++', 'C#', 'دجلة والفرات'];
const DATES = ['2019', '2020', '2020-02', '2020-02-03', '2020-02-04', '2020-02-04T10:30+03:00', '2020-02-28', '2020-03-01', '2021-01-01', '2021-05', '2021-05-09', '2021-05-10', '1999-12-31'];

const pick = <T>(dice: Dice, items: readonly [T, ...T[]]): T => items[dice(items.length)] ?? items[0];
const words = (dice: Dice, most: number): string => Array.from({ length: 1 + dice(most) }, () => pick(dice, WORDS as [string, ...string[]])).join(' ');
const names = (dice: Dice): readonly string[] => [...new Set(Array.from({ length: dice(4) }, () => pick(dice, NAMES as [string, ...string[]])))];
const date = (dice: Dice): string => pick(dice, DATES as [string, ...string[]]);

/** How each field is filled; a test holds this against the schema. */
export const FIELD_MAKERS: Readonly<Record<string, (dice: Dice, id: string) => unknown>> = {
  id: (_, id) => id,
  title: (dice) => words(dice, 8),
  kicker: (dice) => words(dice, 3),
  subtitle: (dice) => words(dice, 5),
  date,
  date_printed: (dice) => words(dice, 4),
  updated: (dice) => pick(dice, ['2022-01-01', '2022-03-04']),
  section: (dice) => pick(dice, NAMES as [string, ...string[]]),
  tags: names,
  authors: names,
  source: (dice) => pick(dice, NAMES as [string, ...string[]]),
  dateline: (dice) => words(dice, 1),
  people: names,
  places: names,
  original_url: (dice) => `https://example.org/${String(dice(50))}`,
  captured: (dice) => pick(dice, ['2023-01-01', '2023-02']),
  language: (dice) => pick(dice, ['ar', 'en', 'fa']),
  summary: (dice) => words(dice, 12),
  image: (dice) => ({ src: `https://example.org/${String(dice(9))}.jpg`, alt: words(dice, 3) }),
  corrections: (dice) => [{ date: '2022-02-02', text: words(dice, 6) }],
  rights: (dice) => words(dice, 3),
  draft: () => 'true',
  withdrawn: (dice) => ({ date: '2022-05-05', reason: words(dice, 3) }),
};

/** Fields that most articles have, and those that few have since they hide the rest. */
const ALWAYS = new Set(['id', 'title', 'date']);
const RARE = new Set(['draft', 'withdrawn', 'language']);

export function randomArticle(dice: Dice, id: string): string {
  const fields = Object.entries(FIELD_MAKERS).flatMap(([name, make]): readonly [string, unknown][] => (ALWAYS.has(name) || dice(RARE.has(name) ? 12 : 2) === 0 ? [[name, make(dice, id)]] : []));
  const body = Array.from({ length: 1 + dice(4) }, () => words(dice, 40)).join('\n\n');
  return `---\n${JSON.stringify(Object.fromEntries(fields))}\n---\n\n${body}\n`;
}

/** Does one thing at random to a folder of articles. @returns what it did */
export function changeArchive(folder: string, dice: Dice, round: number): string {
  const files = listArticles(folder);
  const file = files[dice(Math.max(1, files.length))];
  const deed = files.length < 8 || file === undefined ? 0 : dice(6);
  if (deed <= 1 || file === undefined) {
    const id = `article-${String(round).padStart(4, '0')}`;
    writeArticle(folder, `20${String(10 + dice(10))}/${id}.md`, randomArticle(dice, id));
    return `added ${id}`;
  }
  const path = join(folder, file);
  if (deed === 2) {
    rmSync(path);
    return `deleted ${file}`;
  }
  if (deed === 3) {
    const to = `moved/${String(round)}-${file.split('/').at(-1) ?? ''}`;
    mkdirSync(join(folder, 'moved'), { recursive: true });
    renameSync(path, join(folder, to));
    return `renamed ${file} to ${to}`;
  }
  const text = readFileSync(path, 'utf8');
  const id = /"id":"([^"]+)"/u.exec(text)?.[1] ?? 'lost';
  // A new text, or one word more.
  writeFileSync(path, deed === 4 ? randomArticle(dice, id) : text.replace(/\n$/u, ` ${words(dice, 2)}\n`));
  return `edited ${file}`;
}

export function writeArticle(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

export function listArticles(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name): readonly string[] => {
      const path = below === '' ? name : `${below}/${name}`;
      return statSync(join(folder, path)).isDirectory() ? listArticles(folder, path) : [path];
    });
}
