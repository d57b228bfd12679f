import { expect, it } from 'vitest';
import { maskOf } from './subsets';

it('has a bit for every change that was made', () => {
  expect(maskOf(['a', 'b', 'c'], [])).toBe(0b111);
  expect(maskOf(['a', 'b', 'c'], ['b'])).toBe(0b101);
  expect(maskOf(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(0);
  expect(maskOf([], [])).toBe(0);
});
