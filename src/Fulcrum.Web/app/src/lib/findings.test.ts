import { expect, it } from 'vitest';
import { everyFinding, owed } from './findings';
import type { Finding, KeptSentence } from './types';

const kept = (id: string): KeptSentence => ({ id, text: id, rests: '', marks: [], supports: [] });
const finding = (id: string): Finding => ({ ...kept(id), kind: 'zone' });

it('lists the findings, then what is said of commitments, each once', () => {
  const all = everyFinding({
    findings: [finding('F1'), finding('F2')],
    commitments: { keeping: { sentences: [kept('keep.nobody')] }, credibility: null, trend: { sentences: [kept('trend.time'), kept('keep.nobody')] }, records: { warnings: [], parties: [], sentences: [kept('record.north')] } },
  });
  expect(all.map((f) => f.id)).toEqual(['F1', 'F2', 'keep.nobody', 'trend.time', 'record.north']);
});

it('does with an analysis that says nothing of commitments', () => {
  expect(everyFinding({ findings: [finding('F1')] }).map((f) => f.id)).toEqual(['F1']);
});

it('says what was owed and how it stood since when', () => {
  const pact = { id: 'pact', to: ['Ukraine'], date: '5 December 1994', terms: 'no use of force', status: 'broken', since: 'March 2014', evidence: [], note: null };
  expect(owed({ ...pact, earlier: [{ status: 'kept', since: '5 December 1994' }] })).toBe('5 December 1994 to Ukraine: no use of force - kept since 5 December 1994, broken since March 2014');
  expect(owed({ ...pact, to: [], status: 'unclear', since: null })).toBe('5 December 1994: no use of force - unclear');
});
