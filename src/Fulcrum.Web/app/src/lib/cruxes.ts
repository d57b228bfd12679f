import type { Cruxes } from './types';

/** The base case as the server calls it. */
export const Base = 'base';

/** What was written of two readings on a verdict, whichever of them was taken first; null where nothing was. */
export const written = (cruxes: readonly Cruxes[], one: string, other: string, verdict: string): Cruxes | null =>
  cruxes.find((c) => c.asked === verdict && ((c.from === one && c.to === other) || (c.from === other && c.to === one))) ?? null;

/** A share of a difference as it is shown: of a verdict in draws of 100, of a number in its own points; one decimal where whole ones would say nothing. */
export function shareWords(crux: Pick<Cruxes, 'verdict'>, value: number, signed = true): string {
  const scaled = crux.verdict ? 100 * value : value;
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: Math.abs(scaled) < 10 ? 1 : 0, signDisplay: signed ? 'exceptZero' : 'auto' }).format(Math.round(scaled * 10) / 10);
}

/** The groups that matter, the others summed: a reader sees where the difference comes from, and that nothing is left out. */
export function ranked(crux: Cruxes, most = 8): { label: string; share: number; error: number | null }[] {
  const shares = crux.groups.filter((g) => g.share !== null).map((g) => ({ label: g.label, share: g.share!, error: g.error }));
  const [named, rest] = [shares.slice(0, most), shares.slice(most)];
  return rest.length === 0 ? named : [...named, { label: `${rest.length} more together`, share: rest.reduce((sum, g) => sum + g.share, 0), error: null }];
}
