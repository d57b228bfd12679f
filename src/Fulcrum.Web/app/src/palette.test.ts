import { expect, it } from 'vitest';
import style from './app.css?raw';
import { kindMark } from './lib/kinds';

// Colours as somebody sees them who lacks one kind of cone: the matrices of Machado, Oliveira and Fernandes (2009) at full severity, on linear light.
const deficiencies: Record<string, number[][]> = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  achromatopsia: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};
type Colour = [number, number, number];

const linear = (hex: string): Colour => [1, 3, 5].map((i) => { const v = parseInt(hex.slice(i, i + 2), 16) / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }) as Colour;
const seen = (hex: string, by: string): Colour => deficiencies[by]!.map((row) => Math.min(1, Math.max(0, row.reduce((sum, m, i) => sum + m * linear(hex)[i]!, 0)))) as Colour;
const light = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Colour, b: Colour): number => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
function lab([r, g, b]: Colour): Colour {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  const [x, y, z] = [f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505), f(0.2126 * r + 0.7152 * g + 0.0722 * b), f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const apart = (a: Colour, b: Colour): number => Math.hypot(...lab(a).map((v, i) => v - lab(b)[i]!));


const themes = [0, 1].map((i) => new Map([...style.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m): [string, string] => [m[1]!, m[i + 2]!])));
const cases = themes.flatMap((theme, i) => Object.keys(deficiencies).map((by): [string, string, Map<string, string>] => [i === 0 ? 'light' : 'dark', by, theme]));

it.each(cases)('shows marks and words on what lies behind them (%s, %s)', (_, by, theme) => {
  const of = (name: string): Colour => seen(theme.get(name)!, by);
  for (const behind of ['card', 'paper', 'warn']) {
    for (const words of ['ink', 'quiet', 'mark', 'other']) expect(contrast(of(words), of(behind)), `${words} on ${behind}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('edge'), of(behind)), `edge on ${behind}`).toBeGreaterThanOrEqual(3);
  }
  // A point on its own range of draws.
  for (const point of ['mark', 'other', 'ink']) expect(contrast(of(point), of('soft')), `${point} on soft`).toBeGreaterThanOrEqual(3);
});

it.each(cases.filter(([, by]) => by !== 'achromatopsia'))('keeps gain and loss apart by colour as long as there is any (%s, %s)', (_, by, theme) => {
  expect(apart(seen(theme.get('mark')!, by), seen(theme.get('other')!, by))).toBeGreaterThanOrEqual(25);
});

it('tells kinds of moves apart without any colour', () => {
  const kinds = ['give', 'offer', 'promise', 'accept', 'concede', 'ease', 'meet', 'demand', 'reject', 'threaten', 'impose', 'withhold', 'exclude', 'break', 'accuse', 'rule-out', 'state'];
  expect(new Set(kinds.map((k) => `${kindMark(k).shape} ${kindMark(k).letter}`)).size).toBe(kinds.length);
});
