import type { Chance, Spread } from './types';

// Numbers and dates in the reader's own locale; whole points only, as the inputs allow no more.

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const signedWhole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Rounds and turns minus zero into zero. */
export function round(value: number): number {
  const rounded = Math.round(value);
  return rounded === 0 ? 0 : rounded;
}

export const points = (value: number): string => whole.format(round(value));
export const change = (value: number): string => signedWhole.format(round(value));
export const share = (value: number): string => percent.format(value);
export const date = (iso: string): string => day.format(new Date(iso + 'T00:00:00Z'));
export const shortDate = (iso: string): string => shortDay.format(new Date(iso + 'T00:00:00Z'));

/** Words with every whole date in them written as the reader's own do: 'after 18 Mar 2025'. */
export const datesIn = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => (Number.isNaN(Date.parse(iso)) ? iso : date(iso)));

/** A span of days as short as it can be said. */
export function dates(first: string, last: string): string {
  return first === last ? date(first) : `${shortDate(first)} – ${date(last)}`;
}

/** When a move happened: days in the reader's own form, and what the source's words leave vague in those words. */
export const whenOf = (row: { when: string; first: string; last: string }): string => (/^\d{4}-\d/.test(row.when) ? dates(row.first, row.last) : datesIn(row.when));

/** 'Ukraine's', 'Dockworkers''. */
export const possessive = (name: string): string => (/s$/.test(name) && name !== name.toUpperCase() ? `${name}'` : `${name}'s`);

/** Points that something cost a party, in words: a loss, a gain, or what lies on both sides of nothing. */
export function costWords(cost: Pick<Spread, 'p5' | 'median' | 'p95'> | null): string {
  if (cost === null) return '–';
  const [low, middle, high] = [round(cost.p5), round(cost.median), round(cost.p95)];
  if (low === 0 && high === 0) return 'nothing';
  const around = (word: string, m: number, a: number, b: number): string => (a === b ? `${word} ${points(m)}` : `${word} ${points(m)} (${points(a)} to ${points(b)})`);
  if (middle > 0) return around('lost', middle, low, high);
  if (middle < 0) return around('gained', -middle, -high, -low);
  return `0 (${low < 0 ? `gained ${points(-low)}` : '0'} to ${high > 0 ? `lost ${points(high)}` : '0'})`;
}

/** A chance for a column that says of how many draws it counts: '70', 'fewer than 1'. */
export const outOf100 = (chance: Pick<Chance, 'inDraws'>): string => chance.inDraws.replace(/^in /, '').replace(/ of 100 draws$/, '').replace(/ draws$/, '');

/** 'median (5th to 95th of 100)'; a dash where the number exists in no draw. */
export function spread(value: Spread | null, how: (n: number) => string = points): string {
  if (value === null) return '–';
  const [low, high] = [how(value.p5), how(value.p95)];
  return low === high ? how(value.median) : `${how(value.median)} (${low} to ${high})`;
}

export const inDraws = (chance: Chance): string => `${chance.inDraws} (${chance.word})`;

const markWords: Record<string, string> = { '"': 'quoted', '~': 'judged from a sentence', '?': 'assumed', '=': 'computed' };

export const markWord = (mark: string): string => markWords[mark] ?? mark;

/** Text of a table as comma-separated values, quoted where needed, safe to open in a spreadsheet. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
