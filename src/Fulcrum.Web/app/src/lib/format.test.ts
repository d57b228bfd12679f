import { describe, expect, it } from 'vitest';
import { change, costWords, csv, outOf100, possessive, round, spread } from './format';

describe('numbers', () => {
  it('are whole, and never minus zero', () => {
    expect(Object.is(round(-0.2), 0)).toBe(true);
    expect(change(-0.4)).toBe('0');
    expect(change(2.6)).toBe('+3');
  });

  it('say their range only where there is one', () => {
    expect(spread({ median: 4.6, p5: 1.1, p95: 9.4, count: 10 })).toBe('5 (1 to 9)');
    expect(spread({ median: 1, p5: 0.9, p95: 1.1, count: 10 })).toBe('1');
    expect(spread(null)).toBe('–');
  });
});

describe('csv', () => {
  it('quotes what needs it', () => {
    expect(csv(['a', 'b'], [['x, y', 'say "no"']])).toBe('a,b\r\n"x, y","say ""no"""\r\n');
  });

  it('defuses cells that a spreadsheet would run', () => {
    expect(csv(['a'], [['=1+1'], ['-5'], ['@x']])).toBe("a\r\n'=1+1\r\n-5\r\n'@x\r\n");
  });
});

it('says what something cost in words, also where it lies on both sides of nothing', () => {
  const of = (p5: number, median: number, p95: number): string => costWords({ p5, median, p95 });
  expect(of(0.2, 2, 4)).toBe('lost 2 (0 to 4)');
  expect(of(-6, -2.2, 0.3)).toBe('gained 2 (0 to 6)');
  expect(of(-2, 0.3, 8)).toBe('0 (gained 2 to lost 8)');
  expect(of(0, 0.2, 5)).toBe('0 (0 to lost 5)');
  expect(of(-0.4, 0, 0.4)).toBe('nothing');
  expect(of(3, 3, 3)).toBe('lost 3');
  expect(costWords(null)).toBe('–');
});

it('writes a chance for a column that says of how many draws it counts', () => {
  expect(outOf100({ inDraws: 'in 70 of 100 draws' })).toBe('70');
  expect(outOf100({ inDraws: 'in fewer than 1 of 100 draws' })).toBe('fewer than 1');
  expect(outOf100({ inDraws: 'in 20 of 20 draws' })).toBe('20 of 20');
});

it('makes the possessive of a name', () => {
  expect(['Ukraine', 'Dockworkers', 'US'].map(possessive)).toEqual(["Ukraine's", "Dockworkers'", "US's"]);
});
