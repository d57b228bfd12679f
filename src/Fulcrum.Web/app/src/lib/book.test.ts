import { expect, it } from 'vitest';
import { analysisOf, complete } from './book';
import type { Analysis, Book } from './types';

const analysis = (reading: string | null, ledger: unknown): Analysis => ({ reading, ledger }) as unknown as Analysis;
const book = (analyses: Analysis[]): Book => ({ analyses }) as unknown as Book;

it('gives a reading sent without a ledger that of the base case, and leaves another alone', () => {
  const whole = complete(book([analysis(null, { moves: 3 }), analysis('a', null), analysis('b', { moves: 2 })]));
  expect(whole.analyses.map((a) => a.ledger.moves)).toEqual([3, 3, 2]);
});

it('falls back on the base case for a reading that is not in the book', () => {
  const two = book([analysis(null, { moves: 1 }), analysis('a', { moves: 1 })]);
  expect(analysisOf(two, 'a').reading).toBe('a');
  expect(analysisOf(two, 'gone').reading).toBe(null);
});
