import type { Book } from './types';

/** The names of a book's parties, and readable words for the paths under which numbers stand in the files. */
export class Words {
  readonly #names: Map<string, string>;

  constructor(book: Book) {
    this.#names = new Map(book.case.parties.map((p) => [p.id, p.name]));
  }

  party = (id: string): string => this.#names.get(id) ?? id;

  /** A sentence with the paths in it in readable words: 'larger where issues.guarantees.ukraine: european-force (?) is lower'. */
  says = (text: string): string => text.replaceAll(/\b(?:issues|levers|no-deal|parties|weights|ledger|keeping|interim)\.[a-z0-9.-]*[a-z0-9](?:: [a-z0-9-]+(?= \())?/g, (found) => `'${this.path(found.replace(': ', '.'))}'`);

  /** 'issues.guarantees.ukraine.european-force' as 'guarantees › Ukraine › european force'. */
  path(path: string): string {
    const steps = path.split('.');
    const known = ['issues', 'levers', 'parties', 'ledger'].includes(steps[0]!) ? steps.slice(1) : steps;
    return known.map((s) => this.#names.get(s) ?? s.replaceAll('-', ' ')).join(' › ');
  }
}
