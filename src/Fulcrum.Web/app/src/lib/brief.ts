import { change, date, inDraws, share, spread, whenOf } from './format';
import type { Analysis } from './types';

/** A brief as a few plain parts, so that the page, the copied text and the copied document say the same. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

export interface Brief { title: string; subtitle: string; parts: Part[] }

const MostChecks = 3;

/** `says` puts readable words for paths. */
export function brief(analysis: Analysis, says: (text: string) => string = (text) => text): Brief {
  const focus = analysis.hands.filter((h) => h.focus);
  const first = focus[0];
  const p = analysis.provenance;
  const parts: Part[] = [];
  parts.push({ kind: 'paragraph', text: 'Every sentence holds on this case\'s assumptions, not for the world.' });
  parts.push(...analysis.inShort.map((s): Part => ({ kind: 'paragraph', text: s.text })));
  if (analysis.checkFirst.length > 0) {
    parts.push({ kind: 'heading', text: 'Check first' }, { kind: 'list', items: analysis.checkFirst.slice(0, MostChecks).map((c) => says(c.text)) });
  }
  if (analysis.hasModel) {
    parts.push({ kind: 'heading', text: 'Hands' });
    parts.push({ kind: 'table', head: ['Each on its own scale of 0 to 100', 'If talks fail', 'Predicted deal', 'Had nothing been conceded'],
      rows: focus.map((h) => [h.name, spread(h.noDeal), spread(h.hand), spread(h.hadNothingBeenConceded)]) });
  }
  if (analysis.deal && analysis.deal.openDraws > 0) {
    parts.push({ kind: 'heading', text: 'Predicted deal' });
    parts.push({ kind: 'table', head: ['Issue', 'Most of the terms', 'Share'], rows: analysis.deal.issues.map((issue) => {
      const best = issue.options.toSorted((a, b) => b.share - a.share)[0];
      return [issue.name, best ? best.name : '–', best ? share(best.share) : '–'];
    }) });
  }
  const costs = first ? costliest(analysis, first.party) : [];
  if (costs.length > 0) {
    parts.push({ kind: 'heading', text: `The costliest concessions for ${first!.name}` });
    parts.push({ kind: 'list', items: costs.map(({ made, cost }) => `${made.name} (${whenOf(made)}): a point or more ${inDraws(cost.pointOrMore)}; if so ${spread(cost.size)}. Went to: ${made.wentToName}.`) });
  }
  const held = analysis.levers.filter((l) => l.inHand).slice(0, MostChecks);
  if (held.length > 0 && first) {
    parts.push({ kind: 'heading', text: 'Still in hand' });
    parts.push({ kind: 'list', items: held.map((l) => `${l.name} (${l.holderName}, ${l.standing}): if it were gone, ${l.ifGone.filter((e) => focus.some((f) => f.party === e.party)).map((e) => `${e.name} ${spread(e.points, change)}`).join(', ')}`) });
  }
  parts.push({ kind: 'paragraph', text: `Of ${p.numbers} numbers ${p.quoted} are quoted, ${p.judged} judged from a sentence, ${p.assumed} assumed. ${analysis.method.done} draws, seed ${analysis.method.seed},${analysis.method.caseHash ? ` case ${analysis.method.caseHash},` : ''} Fulcrum ${analysis.method.version}.` });
  const when = `As of ${date(analysis.asOf)}${analysis.frozen ? `, frozen at ${date(analysis.frozen)}` : ''} · ${analysis.readingName}`;
  return { title: analysis.title, subtitle: analysis.question ? `${analysis.question} ${when}` : when, parts };
}

/** The changes that cost a party a point in some draw, by how often, at most three. */
export function costliest(analysis: Analysis, party: string) {
  return analysis.changes.filter((made) => !made.undone).flatMap((made) => made.costs.filter((c) => c.party === party && c.pointOrMore.hits > 0).map((cost) => ({ made, cost })))
    .toSorted((a, b) => b.cost.pointOrMore.hits - a.cost.pointOrMore.hits || (b.cost.size?.median ?? 0) - (a.cost.size?.median ?? 0)).slice(0, 3);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function briefHtml(content: Brief): string {
  const part = (p: Part): string => {
    switch (p.kind) {
      case 'heading': return `<h2>${escaped(p.text)}</h2>`;
      case 'paragraph': return `<p>${escaped(p.text)}</p>`;
      case 'list': return `<ul>${p.items.map((i) => `<li>${escaped(i)}</li>`).join('')}</ul>`;
      case 'table': return `<table border="1" cellspacing="0" cellpadding="4"><thead><tr>${p.head.map((h) => `<th>${escaped(h)}</th>`).join('')}</tr></thead><tbody>${p.rows.map((r) => `<tr>${r.map((c) => `<td>${escaped(c)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    }
  };
  return `<h1>${escaped(content.title)}</h1><p>${escaped(content.subtitle)}</p>${content.parts.map(part).join('')}`;
}

export function briefText(content: Brief): string {
  const part = (p: Part): string => {
    switch (p.kind) {
      case 'heading': return `\n${p.text}\n${'-'.repeat(p.text.length)}`;
      case 'paragraph': return p.text;
      case 'list': return p.items.map((i) => `- ${i}`).join('\n');
      case 'table': return p.rows.map((r) => `${r[0]}: ${r.slice(1).map((c, i) => `${p.head[i + 1]!.toLowerCase()} ${c}`).join('; ')}`).join('\n');
    }
  };
  return `${content.title}\n${'='.repeat(content.title.length)}\n${content.subtitle}\n\n${content.parts.map(part).join('\n')}\n`;
}
