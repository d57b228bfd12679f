import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Live } from './live.svelte';
import type { Job, ServerState } from './types';

type Listener = (event: { data: string }) => void;

class Events {
  static last: Events;
  static readonly CLOSED = 2;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #listeners = new Map<string, Listener>();
  constructor() { Events.last = this; }
  addEventListener(name: string, listener: Listener): void { this.#listeners.set(name, listener); }
  tell(name: string, data: unknown): void { this.#listeners.get(name)?.({ data: JSON.stringify(data) }); }
}

const state = (version: string, moment: number): ServerState => ({ mode: 'case', title: 'Talks', folder: 'talks', version, analysisVersion: version, running: null, moment });
const job = (id: string): Job => ({ job: id, kind: 'comparison', done: 0, total: 0, secondsLeft: null });

// The server: answers are held back until a test lets them go.
let now: ServerState;
let books: ((version: string) => void)[];

beforeEach(() => {
  now = state('one', 1);
  books = [];
  vi.stubGlobal('EventSource', Events);
  vi.stubGlobal('setInterval', () => 0);
  vi.stubGlobal('fetch', (path: string) => path === '/api/state'
    ? Promise.resolve(new Response(JSON.stringify(now)))
    : new Promise<Response>((answer) => books.push((version) => answer(new Response(JSON.stringify({ version, problems: [], analyses: [], case: { parties: [], issues: [] } }))))));
});
afterEach(() => vi.unstubAllGlobals());

const started = async (): Promise<Live> => {
  const live = new Live();
  live.start();
  await vi.waitFor(() => expect(books).toHaveLength(1));
  return live;
};

test('a book that was overtaken on its way is asked for again', async () => {
  const live = await started();
  Events.last.tell('state', state('two', 2));
  books[0]!('one');
  await vi.waitFor(() => expect(books).toHaveLength(2));
  books[1]!('two');
  await vi.waitFor(() => expect(live.book?.version).toBe('two'));
  Events.last.tell('state', state('two', 3));
  await Promise.resolve();
  expect(books).toHaveLength(2);
});

test('an older state that comes in late changes nothing', async () => {
  const live = await started();
  Events.last.tell('state', state('two', 5));
  Events.last.tell('state', state('one', 4));
  expect(live.state?.version).toBe('two');
});

test('after a break the states of a server started anew count, whatever their numbers', async () => {
  const live = await started();
  Events.last.tell('state', state('two', 900));
  now = state('three', 1);
  Events.last.onerror!();
  await vi.waitFor(() => expect(live.state?.version).toBe('three'));
});

test('a job whose end came in before its beginning is not waited for', async () => {
  const live = await started();
  Events.last.tell('done', { job: 'comparison-1' });
  expect(live.began(job('comparison-1'))).toBe(false);
  Events.last.tell('progress', job('comparison-1'));
  expect(live.others).toEqual({});

  expect(live.began(job('comparison-2'))).toBe(true);
  expect(Object.keys(live.others)).toEqual(['comparison-2']);
  Events.last.tell('done', { job: 'comparison-2' });
  expect(live.others).toEqual({});
});

test('after a break nobody waits for a job whose end may not have been told', async () => {
  const live = await started();
  live.began(job('comparison-1'));
  Events.last.onerror!();
  expect(live.others).toEqual({});
});
