/** The quality of the analysis, held from falling. Where it rises, raise the floors: `npm run bench:words -- TABLE --wrong` */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { PROJECT } from '../../scripts/support/project.ts';
import { finds, readWordPairs, scoreWords } from '../support/word-pairs.ts';

interface Floor {
  readonly name: string;
  readonly file: string;
  readonly pairs: number;
  /** At least so many of the wanted pairs are found … */
  readonly found: number;
  /** … and at most so many that are not wanted. */
  readonly false: number;
}

const OWN: Floor = { name: 'the project’s own table', file: join(import.meta.dirname, 'word-pairs.tsv'), pairs: 311, found: 246, false: 3 };

/** Lies beside the project where its makers work. */
const SHARED: Floor = { name: 'the makers’ larger table', file: join(PROJECT, '../shared/arabic/word-forms.tsv'), pairs: 250, found: 201, false: 3 };

for (const floor of existsSync(SHARED.file) ? [OWN, SHARED] : [OWN]) {
  test(`of ${floor.name} at least ${String(floor.found)} wanted pairs are found, and at most ${String(floor.false)} unwanted ones`, () => {
    const pairs = readWordPairs(floor.file);
    assert.equal(pairs.length, floor.pairs);
    const { found, wrong, ...score } = scoreWords(pairs);
    const list = wrong.map(({ query, document, wanted }) => `${wanted ? 'missed' : 'false'}: ${query} / ${document}`).join('\n');
    assert.ok(found >= floor.found, `found ${String(found)}\n${list}`);
    assert.ok(score.false <= floor.false, `false ${String(score.false)}\n${list}`);
  });
}

test('the measure tells found from not found', () => {
  assert.ok(finds('مصر', 'في مصر، أمس'));
  assert.ok(!finds('مصر', 'في ليبيا'));
  assert.ok(!finds('مصر ليبيا', 'في ليبيا'));
  assert.ok(!finds('؟', 'في ليبيا'));
  const pair = { group: '', query: 'مصر' };
  const score = scoreWords([
    { ...pair, document: 'مصر', wanted: true },
    { ...pair, document: 'ليبيا', wanted: true },
    { ...pair, document: 'مصر', wanted: false },
    { ...pair, document: 'ليبيا', wanted: false },
  ]);
  assert.deepEqual([score.found, score.wanted, score.false, score.unwanted], [1, 2, 1, 2]);
});
