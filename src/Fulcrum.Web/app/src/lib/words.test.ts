import { expect, it } from 'vitest';
import type { Book } from './types';
import { Words } from './words';

const words = new Words({ case: { parties: [{ id: 'ukraine', name: 'Ukraine', role: 'principal' }] }, analyses: [] } as unknown as Book);

it('puts readable words for the paths in a sentence and leaves the rest alone', () => {
  expect(words.says('The cost is larger where issues.guarantees.ukraine: european-force (?) is lower.')).toBe("The cost is larger where 'guarantees › Ukraine › european force' (?) is lower.");
  expect(words.says('Higher where no-deal.war-goes-on.cost.ukraine (~) is higher and where levers.cut-off.credibility.general (~) is higher.'))
    .toBe("Higher where 'no deal › war goes on › cost › Ukraine' (~) is higher and where 'cut off › credibility › general' (~) is higher.");
  expect(words.says('No issues. Two parties: north (US) and others.')).toBe('No issues. Two parties: north (US) and others.');
});

it('calls issues, options and levers by the names that the case gives them', () => {
  const named = new Words({
    case: { parties: [{ id: 'usa', name: 'US', role: 'mediator' }] },
    analyses: [{ deal: { issues: [{ issue: 'plant', name: 'Zaporizhzhia plant', options: [{ option: 'by-us', name: 'run by firms' }] }] }, levers: [{ id: 'cut-off', name: 'arms cut-off' }], ledger: { rows: [] } }],
  } as unknown as Book);
  expect(named.path('issues.plant.usa.by-us')).toBe('Zaporizhzhia plant › US › run by firms');
  expect(named.path('levers.cut-off.no-deal.usa')).toBe('arms cut-off › no deal › US');
  expect(named.path('weights.usa')).toBe('weights › US');
});
