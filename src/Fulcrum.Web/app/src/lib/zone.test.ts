import { expect, it } from 'vitest';
import { dealsCount, mixedTerms, notable, turn, zoneOf } from './zone';
import type { Book, ZoneView } from './types';

const zone: ZoneView = {
  parties: [], x: 'a', y: 'b', noDeal: { x: 1, y: 2 }, deals: '12', sampled: 12, density: { columns: 2, rows: 3, lowX: 0, highX: 2, lowY: 0, highY: 3, cells: [1, 2, 3, 4, 5, 6] },
  frontier: [{ x: 5, y: 6, options: {} }], settlement: { x: 4, y: 3, deals: [{ share: 1, x: 4, y: 3, options: { i: 'o' } }] }, solutions: [{ name: 'Fair', x: 1, y: 9 }],
  zone: { single: true, lottery: true }, samples: [],
};

it('turns a picture and back again', () => {
  expect(turn(zone).density.cells).toEqual([1, 3, 5, 2, 4, 6]);
  expect(turn(turn(zone))).toEqual(zone);
});

it('finds a pair either way round, and only of the reading asked for', () => {
  const book = { zones: [{ ...zone, reading: null }] } as unknown as Book;
  expect(zoneOf(book, null, 'b', 'a', [])!.noDeal).toEqual({ x: 2, y: 1 });
  expect(zoneOf(book, 'other', 'a', 'b', [])).toBe(null);
});

it('names the settlement first', () => {
  expect(notable(zone).map((d) => d.name)).toEqual(['Predicted deal', 'Fair', 'Best deal 1 of 1']);
});

it('says large counts as powers', () => {
  expect(dealsCount('12')).toBe('12');
  expect(dealsCount('15' + '0'.repeat(20))).toBe('about 1.5 × 10^21');
});

it('adds up the shares of each answer in a mixture', () => {
  expect(mixedTerms([{ share: 0.3, options: { line: 'a', aid: 'x' } }, { share: 0.5, options: { line: 'b', aid: 'x' } }, { share: 0.2, options: { line: 'b', aid: 'x' } }]))
    .toEqual([{ issue: 'line', parts: [{ option: 'b', share: 0.7 }, { option: 'a', share: 0.3 }] }, { issue: 'aid', parts: [{ option: 'x', share: 1 }] }]);
});
