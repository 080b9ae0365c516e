/** The state of a search in an address: written and read again it is the same. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readHits, writeHits } from '../../src/client/hits-fragment.ts';
import { isNarrowed, NO_CHOICE } from '../../src/search/query/choice.ts';
import { chooseTime, readState, SORTS, toggleValue, writeState, type SearchState } from '../../src/client/search-state.ts';
import { SORTS as ALL_SORTS } from '../../src/search/query/search.ts';
import { FACETS } from '../../src/search/format/manifest.ts';
import { SEARCH_FACETS } from '../../src/site/views/utility.ts';

const EMPTY: SearchState = { text: '', sort: 'relevance', choice: NO_CHOICE };

const period = fc.oneof(fc.constant(undefined), fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 0, max: 12 })).map(([year, month]) => (month === 0 ? String(year) : `${String(year)}-${String(month).padStart(2, '0')}`)));
const values = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((value) => value.trim() !== ''), { minLength: 1, maxLength: 4 });
const states: fc.Arbitrary<SearchState> = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text === '' || text.trim() !== ''),
  sort: fc.constantFrom(...SORTS),
  choice: fc.record({ from: period, to: period, facets: fc.record({ section: values, source: values, tag: values, author: values }, { requiredKeys: [] }) }),
});

test('a state that is written is read again as it was', () => {
  fc.assert(fc.property(states, (state) => {
    assert.deepEqual(readState(writeState(state)), { ...state, choice: { ...state.choice, facets: { ...state.choice.facets } } });
  }));
});

test('an empty state has an empty address, and an address of another kind an empty state', () => {
  assert.equal(writeState(EMPTY), '');
  for (const address of ['', '?', '?other=1', '?sort=best&from=21&to=2021-13&section=', '?from=2021-5&to=٢٠٢١&tag=%20']) {
    const { text, sort, choice } = readState(address);
    assert.deepEqual([text, sort, choice.from, choice.to, choice.facets], ['', 'relevance', undefined, undefined, {}], address);
  }
});

test('no address makes the reading fail, and what was read once is read so again', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const state = readState(`?${text}`);
    if (state.text.trim() !== '') assert.deepEqual(readState(writeState(state)), state);
  }));
});

test('a value is chosen and taken back, and the other choices stay', () => {
  const one = toggleValue(chooseTime(NO_CHOICE, '2015', '2016-03'), 'tag', 'مصر');
  const two = toggleValue(toggleValue(one, 'tag', 'النيل'), 'section', 'بيئة');
  assert.deepEqual(two, { from: '2015', to: '2016-03', facets: { tag: ['مصر', 'النيل'], section: ['بيئة'] } });
  assert.deepEqual(toggleValue(two, 'tag', 'مصر').facets, { tag: ['النيل'], section: ['بيئة'] });
  assert.equal(isNarrowed(NO_CHOICE), false);
  assert.equal(isNarrowed(two), true);
  assert.equal(isNarrowed(toggleValue(toggleValue(NO_CHOICE, 'tag', 'مصر'), 'tag', 'مصر')), false);
});

test('the page offers the orders that the search knows, and narrows by the facets of the index', () => {
  assert.deepEqual(SORTS, ALL_SORTS);
  assert.deepEqual(SEARCH_FACETS, FACETS);
});

test('the forms to mark survive the way through an address, whatever they hold', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })), (forms) => {
    assert.deepEqual(readHits(writeHits(forms)), new Set(forms));
  }));
});

test('a fragment that is no list of forms marks nothing', () => {
  for (const hash of ['', '#', '#content', '#hits', '#hits=', '#hits=,,', '#hits=%', '#HITS=a']) assert.deepEqual([...readHits(hash)], [], hash);
});
