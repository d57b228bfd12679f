import type { Analysis, Finding, KeptSentence } from './types';

/** Whatever a reader can ask the basis of: the findings, then what is said of commitments. Each id once. */
export function everyFinding(analysis: Pick<Analysis, 'findings' | 'commitments'>): Pick<Finding, keyof KeptSentence>[] {
  const said = analysis.commitments;
  const all = [...analysis.findings, ...(said?.keeping?.sentences ?? []), ...(said?.credibility?.sentences ?? []), ...(said?.trend?.sentences ?? []), ...(said?.records?.sentences ?? [])];
  return all.filter((f, i) => all.findIndex((other) => other.id === f.id) === i);
}
