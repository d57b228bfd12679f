import { describe, expect, it } from 'vitest';
import { change, csv, round, spread } from './format';

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
