export const pages = [
  { id: 'overview', name: 'Overview' },
  { id: 'sources', name: 'Sources' },
  { id: 'ledger', name: 'Ledger' },
  { id: 'concessions', name: 'Concessions and levers' },
  { id: 'readings', name: 'Readings' },
  { id: 'numbers', name: 'Numbers' },
] as const;

export type PageId = (typeof pages)[number]['id'];

/** Where the reader is: page, reading and what is selected, all in the address so that a link leads back to it. */
export class Route {
  page: PageId = $state('overview');
  reading: string | null = $state(null);
  selected: string | null = $state(null);

  constructor() {
    this.#read();
    window.addEventListener('hashchange', () => this.#read());
  }

  go(page: PageId, selected: string | null = null): void {
    window.location.hash = this.link(page, selected);
  }

  link(page: PageId, selected: string | null = null, reading: string | null = this.reading): string {
    const query = new URLSearchParams();
    if (reading) query.set('reading', reading);
    if (selected) query.set('at', selected);
    const text = query.toString();
    return `#${page}${text ? `?${text}` : ''}`;
  }

  #read(): void {
    const [page, query] = window.location.hash.slice(1).split('?');
    const known = pages.find((p) => p.id === page);
    const parameters = new URLSearchParams(query ?? '');
    this.page = known?.id ?? 'overview';
    this.reading = parameters.get('reading');
    this.selected = parameters.get('at');
  }
}
