import { expect, it } from 'vitest';
import { everyFinding } from './findings';
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
