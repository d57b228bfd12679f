/** How a kind of move is drawn: a letter, and a shape for its family, so that colour is never needed. */
export interface KindMark { letter: string; shape: 'circle' | 'diamond' | 'triangle' | 'square'; family: string }

const families: [KindMark['shape'], string, Record<string, string>][] = [
  ['circle', 'gives or opens', { give: 'G', offer: 'O', promise: 'P', accept: 'A', concede: 'C', ease: 'E', meet: 'M' }],
  ['diamond', 'asks or refuses', { demand: 'D', reject: 'R' }],
  ['triangle', 'presses or harms', { threaten: 'T', impose: 'I', withhold: 'W', exclude: 'K', break: 'B', accuse: 'Q' }],
  ['square', 'rules out or states', { 'rule-out': 'X', state: 'S' }],
];

const marks = new Map(families.flatMap(([shape, family, letters]) => Object.entries(letters).map(([kind, letter]): [string, KindMark] => [kind, { letter, shape, family }])));

export const kindMark = (kind: string): KindMark => marks.get(kind) ?? { letter: kind.slice(0, 1).toUpperCase(), shape: 'square', family: 'other' };

export const kindWord = (kind: string): string => (kind === 'rule-out' ? 'rules out' : kind);

/** The outline of a shape of radius r around (0, 0). */
export function outline(shape: KindMark['shape'], r: number): string {
  switch (shape) {
    case 'circle': return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
    case 'diamond': return `M0,${-r * 1.2}L${r * 1.2},0L0,${r * 1.2}L${-r * 1.2},0z`;
    case 'triangle': return `M0,${-r * 1.25}L${r * 1.3},${r * 0.95}L${-r * 1.3},${r * 0.95}z`;
    case 'square': return `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
  }
}
