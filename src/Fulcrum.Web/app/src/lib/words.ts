import type { Book } from './types';

/** The names of a book's parties, and readable words for the paths under which numbers stand in the files. */
export class Words {
  readonly #names: Map<string, string>;
  /** Issues, options, levers and moves by their path. */
  readonly #places: Map<string, string>;

  constructor(book: Book) {
    this.#names = new Map(book.case.parties.map((p) => [p.id, p.name]));
    const analysis = book.analyses[0];
    this.#places = new Map([
      ...(analysis?.deal?.issues ?? []).flatMap((i) => [[`issues.${i.issue}`, i.name] as const, ...i.options.map((o) => [`issues.${i.issue}.${o.option}`, o.name] as const)]),
      ...(analysis?.levers ?? []).map((l) => [`levers.${l.id}`, l.name] as const),
      ...(analysis?.ledger?.rows ?? []).map((r) => [`ledger.${r.move}`, r.what] as const),
    ]);
  }

  party = (id: string): string => this.#names.get(id) ?? id;

  /** A sentence with the paths in it in readable words: 'larger where issues.guarantees.ukraine: european-force (?) is lower'. */
  says = (text: string): string => text.replaceAll(/\b(?:issues|levers|no-deal|parties|weights|ledger|keeping|interim)\.[a-z0-9.-]*[a-z0-9](?:: [a-z0-9-]+(?= \())?/g, (found) => `'${this.path(found.replace(': ', '.'))}'`);

  /** 'issues.guarantees.ukraine.european-force' as 'Guarantees › Ukraine › European force'. */
  path(path: string): string {
    const steps = path.split('.');
    const [room, of] = steps;
    const word = (step: string, i: number): string =>
      (i === 1 ? this.#places.get(`${room}.${step}`) : this.#places.get(`${room}.${of}.${step}`)) ?? this.#names.get(step) ?? step.replaceAll('-', ' ');
    const words = steps.map((s, i) => (i === 0 ? s.replaceAll('-', ' ') : word(s, i)));
    return (['issues', 'levers', 'parties', 'ledger'].includes(room!) ? words.slice(1) : words).join(' › ');
  }
}
