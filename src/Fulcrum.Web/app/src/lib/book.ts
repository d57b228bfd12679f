import type { Analysis, Book } from './types';

/** A reading whose ledger is the base case's is sent without it. */
export function complete(book: Book): Book {
  const ledger = book.analyses[0]?.ledger;
  return { ...book, analyses: book.analyses.map((a) => (a.ledger === null && ledger ? { ...a, ledger } : a)) };
}

/** The data of the single-file report stands in the page itself; null when a server sends it. */
export function embedded(): Book | null {
  const element = document.getElementById('fulcrum-book');
  return element?.textContent ? complete(JSON.parse(element.textContent) as Book) : null;
}

export class ServerGone extends Error {}

export async function fetchBook(signal?: AbortSignal): Promise<Book> {
  let answer: Response;
  try {
    answer = await fetch('/api/book', { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    throw new ServerGone('Fulcrum is not running any more. Start it again: this page goes on where it was.', { cause });
  }
  if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.message ?? `The program answered ${answer.status}.`);
  return complete((await answer.json()) as Book);
}

/** The analysis of a reading; null is the base case. The base case where the reading is not in the book. */
export function analysisOf(book: Book, reading: string | null): Analysis {
  return book.analyses.find((a) => a.reading === reading) ?? book.analyses[0]!;
}
