import type { Analysis, Finding, KeptSentence, Obligation } from './types';

/** What was owed and what became of it: '5 December 1994 to Ukraine: no use of force - kept since 1994, broken since March 2014'. */
export function owed(o: Obligation): string {
  const since = (status: string, day: string | null): string => (day ? `${status} since ${day}` : status);
  return `${o.date}${o.to.length > 0 ? ` to ${o.to.join(', ')}` : ''}: ${o.terms} - ${[...(o.earlier ?? []).map((e) => since(e.status, e.since)), since(o.status, o.since)].join(', ')}`;
}

/** Whatever a reader can ask the basis of: the findings, then what is said of commitments. Each id once. */
export function everyFinding(analysis: Pick<Analysis, 'findings' | 'commitments'>): Pick<Finding, keyof KeptSentence>[] {
  const said = analysis.commitments;
  const all = [...analysis.findings, ...(said?.keeping?.sentences ?? []), ...(said?.credibility?.sentences ?? []), ...(said?.trend?.sentences ?? []), ...(said?.records?.sentences ?? [])];
  return all.filter((f, i) => all.findIndex((other) => other.id === f.id) === i);
}
