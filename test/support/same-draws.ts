/**
 * Loaded before each test file: properties draw the same cases at each run, so that a run that passed passes again.
 * FAST_CHECK_SEED is another number to draw from, or `random`; a failure prints what repeats it.
 */
import fc from 'fast-check';

const SEED = 2_026;
const wish = process.env['FAST_CHECK_SEED'] ?? String(SEED);

if (wish !== 'random') fc.configureGlobal({ seed: Number(wish) });
