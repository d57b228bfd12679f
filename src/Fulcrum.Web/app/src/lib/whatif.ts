import type { Assumption, Setting } from './types';

/** The settings that differ from the case, as the server takes them; in the order of the paths, so that the same question is the same request. */
export function settings(changed: ReadonlyMap<string, string>): Setting[] {
  return [...changed].map(([path, value]) => ({ path, value })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Steps of a slider: whole points on a scale of points, hundredths on a scale of chances or of small rates. */
export const stepOf = (item: Pick<Assumption, 'scaleLow' | 'scaleHigh'>): number => {
  const span = item.scaleHigh - item.scaleLow;
  return span <= 5 ? 0.01 : span <= 20 ? 0.1 : 1;
};

/** A slider's value as it is written in a case file: no more digits than its step has. */
export const written = (value: number, step: number): string => String(Number(value.toFixed(step >= 1 ? 0 : step >= 0.1 ? 1 : 2)));

/** An id for a reading from its name. */
export const idOf = (name: string): string => name.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40);

/**
 * One request at a time: while one is under way only the latest of the later ones is kept, so that dragging never queues.
 * Answers come in the order in which they were asked.
 */
export class Latest<Q, A> {
  #busy = false;
  #next: { question: Q } | null = null;

  constructor(private readonly ask: (question: Q) => Promise<A | null>, private readonly answered: (answer: A, question: Q) => void) {}

  put(question: Q): void {
    this.#next = { question };
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#next) {
      const { question } = this.#next;
      this.#next = null;
      const answer = await this.ask(question);
      if (answer !== null) this.answered(answer, question);
    }
    this.#busy = false;
  }
}
