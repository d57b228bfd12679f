import type { Analysis, Book, ZoneView } from './types';

export interface NamedDeal { name: string; x: number; y: number; options: Record<string, string> | null; kind: 'settlement' | 'solution' | 'frontier' }

/** The report's picture of two parties, either way round; null when it was not written. A picture made for other consents is not this one. */
export function zoneOf(book: Book, reading: string | null, x: string, y: string, consent: readonly string[]): ZoneView | null {
  const same = (z: ZoneView & { reading: string | null }): boolean =>
    (z.reading ?? null) === reading && (z.consent === undefined || [...z.consent].filter((id) => id !== x && id !== y).toSorted().join() === [...consent].toSorted().join());
  const zones = (book.zones ?? []).filter(same);
  const found = zones.find((z) => z.x === x && z.y === y);
  if (found) return found;
  const turned = zones.find((z) => z.x === y && z.y === x);
  return turned ? turn(turned) : null;
}

/** The same picture with the axes exchanged. */
export function turn(zone: ZoneView): ZoneView {
  const point = <T extends { x: number; y: number }>(p: T): T => ({ ...p, x: p.y, y: p.x });
  const d = zone.density;
  return {
    ...zone, x: zone.y, y: zone.x, noDeal: point(zone.noDeal), frontier: zone.frontier.map(point), samples: zone.samples.map(point), solutions: zone.solutions.map(point),
    settlement: zone.settlement ? { ...point(zone.settlement), deals: zone.settlement.deals.map(point) } : null,
    density: {
      columns: d.rows, rows: d.columns, lowX: d.lowY, highX: d.highY, lowY: d.lowX, highY: d.highX,
      cells: Array.from({ length: d.cells.length }, (_, i) => d.cells[(i % d.rows) * d.columns + Math.floor(i / d.rows)]!),
    },
  };
}

/** What a reader can step through: the settlement and its parts, other solutions, then the best deals in order. */
export function notable(zone: ZoneView): NamedDeal[] {
  const parts = zone.settlement?.deals ?? [];
  const settlement: NamedDeal[] = !zone.settlement ? [] : parts.length === 1
    ? [{ name: 'Predicted deal', x: zone.settlement.x, y: zone.settlement.y, options: parts[0]!.options, kind: 'settlement' }]
    : [{ name: 'Predicted deal, a mixture', x: zone.settlement.x, y: zone.settlement.y, options: null, kind: 'settlement' },
      ...parts.map((d): NamedDeal => ({ name: `Part of it, ${Math.round(d.share * 100)} %`, x: d.x, y: d.y, options: d.options, kind: 'settlement' }))];
  const solutions = zone.solutions.map((s): NamedDeal => ({ name: s.name, x: s.x, y: s.y, options: s.options ?? null, kind: 'solution' }));
  const frontier = zone.frontier.map((f, i): NamedDeal => ({ name: `Best deal ${i + 1} of ${zone.frontier.length}`, x: f.x, y: f.y, options: f.options, kind: 'frontier' }));
  return [...settlement, ...solutions, ...frontier];
}

/** For each issue the answers that a mixture of deals holds, the larger share first. */
export function mixedTerms(deals: readonly { share: number; options: Record<string, string> }[]): { issue: string; parts: { option: string; share: number }[] }[] {
  return [...new Set(deals.flatMap((d) => Object.keys(d.options)))].map((issue) => {
    const options = [...new Set(deals.map((d) => d.options[issue]).filter((o) => o !== undefined))];
    const parts = options.map((option) => ({ option, share: deals.filter((d) => d.options[issue] === option).reduce((sum, d) => sum + d.share, 0) }));
    return { issue, parts: parts.toSorted((a, b) => b.share - a.share) };
  });
}

/** Up to fifteen digits as they are; more as a power of ten: '2 × 10^18'. */
export function dealsCount(decimal: string): string {
  if (!/^\d+$/.test(decimal)) return decimal;
  return decimal.length <= 9 ? Number(decimal).toLocaleString() : `about ${Number(decimal.slice(0, 2)) / 10} × 10^${decimal.length - 1}`;
}

/** Names of issues and options as the predicted deal spells them; an id with spaces where it has no name there. */
export function dealNames(analysis: Analysis) {
  const issues = new Map((analysis.deal?.issues ?? []).map((i) => [i.issue, i]));
  const plain = (id: string): string => id.replaceAll('-', ' ');
  return {
    issue: (id: string): string => issues.get(id)?.name ?? analysis.levers.find((l) => l.id === id)?.name ?? plain(id),
    option: (issue: string, option: string): string => issues.get(issue)?.options.find((o) => o.option === option)?.name ?? plain(option),
  };
}
