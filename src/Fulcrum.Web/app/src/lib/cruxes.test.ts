import { expect, it } from 'vitest';
import { ranked, shareWords, written } from './cruxes';
import type { Cruxes } from './types';

const crux = (shares: number[]): Cruxes => ({
  asked: 'v', says: 'v', verdict: true, from: 'a', fromName: 'A', to: 'b', toName: 'B', sentences: [], first: 0, second: 1, flips: [], exact: true, draws: 1, orders: 0,
  groups: shares.map((share, i) => ({ label: `g${i}`, differences: [], share, error: 0.01 })),
});

it('leaves nothing of a difference out', () => {
  const shares = [0.5, 0.2, -0.1, 0.05, 0.05];
  const shown = ranked(crux(shares), 2);
  expect(shown.map((s) => s.label)).toEqual(['g0', 'g1', '3 more together']);
  expect(shown.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(shares.reduce((sum, s) => sum + s, 0));
});

it('says shares of a verdict in draws of a hundred', () => {
  expect(shareWords({ verdict: true }, 0.234)).toBe('+23');
  expect(shareWords({ verdict: false }, -1.26)).toBe('-1.3');
  expect(shareWords({ verdict: true }, -0.0001)).toBe('0');
});

it('finds what was written of two readings whichever is named first', () => {
  const one = { ...crux([]), from: 'base', to: 'a', asked: 'v' };
  const other = { ...crux([]), from: 'a', to: 'b', asked: 'v' };
  expect(written([one, other], 'base', 'a', 'v')).toBe(one);
  expect(written([one, other], 'b', 'a', 'v')).toBe(other);
  expect(written([one, other], 'base', 'b', 'v')).toBe(null);
  expect(written([one, other], 'base', 'a', 'w')).toBe(null);
});
