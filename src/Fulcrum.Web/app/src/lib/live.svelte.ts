import { api, Conflicted, Refused, ServerGone } from './api';
import { complete, embedded, isReport } from './book';
import type { Book, Conflict, Edit, Job, MetPlace, Problem, Saved, ServerState } from './types';

const SilenceMilliseconds = 15_000;
const RetryMilliseconds = 1_500;
const Met = 'The case was changed on disk meanwhile; the page now shows the new state. Nothing was written.';

const plain = (code: string, message: string): Problem => ({ code, severity: 'error', message, help: null, file: null, line: null, column: null });

/** A save that met somebody else's: both versions, and what to do with the answer. */
export interface OpenConflict { conflict: Conflict; file: string; settle: (text: string) => Promise<void> }

/**
 * What became of an edit: problems that kept it from being saved, or the places where it met a change on disk. The version is that of the case now: to send the next
 * edit with, and after a meeting to save over what was shown.
 */
export interface Edited { saved: boolean; problems: Problem[]; met: MetPlace[]; version: string }

/** The case as it stands now: in the report it never changes, beside a server it follows every change. */
export class Live {
  readonly report = isReport();
  book: Book | null = $state.raw(null);
  state: ServerState | null = $state.raw(null);
  job: Job | null = $state.raw(null);
  gone = $state(false);
  trouble: string | null = $state(null);
  problems: Problem[] = $state.raw([]);
  conflict: OpenConflict | null = $state.raw(null);
  said = $state('');
  /** Steps undone or done again here. */
  steps = $state(0);
  /** Work that was asked for beside the analysis, by its job; gone when it has ended. */
  others: Record<string, Job> = $state({});
  #heard = Date.now();
  /** Of two states the one with the greater moment is the newer, whichever came in first. */
  #moment = -1;
  /** Jobs that have ended: a job's end may come in before the answer that tells of its beginning. */
  readonly #ended = new Set<string>();
  #bookVersion: string | null = null;
  #loading: Promise<void> | null = null;

  start(): void {
    if (this.report) {
      void embedded().then((book) => { this.book = book; }, (error: unknown) => { this.trouble = `The data of this report cannot be read: ${String(error)}`; });
      return;
    }
    this.#listen();
    setInterval(() => {
      if (!this.gone && Date.now() - this.#heard > SilenceMilliseconds) void this.refresh();
    }, 5_000);
    void this.refresh();
  }

  get editable(): boolean {
    return !this.report && this.book !== null;
  }

  /** Asks for the state and, where it is new, for the book. */
  async refresh(): Promise<void> {
    try {
      this.#hear(await api.state());
      await this.#load();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Edits what was shown at a version of the case: where somebody else changed the same place since, nothing is written and both values come back. */
  async edit(version: string, edits: Edit[], force = false): Promise<Edited> {
    return this.#change(() => api.edit(version, edits, force));
  }

  undo = (): Promise<void> => this.#step(api.undo);

  redo = (): Promise<void> => this.#step(api.redo);

  /** The version of the files that the shown book is about. */
  get shownVersion(): string {
    return this.book?.version ?? this.state?.version ?? '';
  }

  async #step(call: () => Promise<Saved>): Promise<void> {
    const { saved, problems } = await this.#change(call);
    this.steps++;
    if (!saved) this.trouble = problems.filter((p) => p.severity === 'error').map((p) => [p.message, p.help].filter(Boolean).join(': ')).join('. ');
  }

  async cancel(job: Job | null = this.job): Promise<void> {
    // What has just ended cannot be ended any more: nothing to complain of.
    if (job) await api.cancel(job).catch((error: unknown) => { if (!(error instanceof Refused)) this.#fail(error); });
  }

  /** Runs a question to the server; a server that is gone shows as such instead of as an error. */
  async asked<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await question();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      this.#fail(error);
      return null;
    }
  }

  async #change(call: () => Promise<Saved>): Promise<Edited> {
    try {
      const saved = await call();
      this.trouble = null;
      this.said = 'Saved.';
      await this.refresh();
      return { saved: true, problems: saved.problems, met: [], version: saved.version };
    } catch (error) {
      const version = this.state?.version ?? '';
      if (error instanceof Refused) return { saved: false, problems: error.problems, met: [], version };
      if (error instanceof Conflicted) {
        await this.refresh();
        return { saved: false, problems: [plain('conflict', Met)], met: error.conflict.places ?? [], version: error.conflict.caseVersion ?? version };
      }
      this.#fail(error);
      return { saved: false, problems: [plain('gone', error instanceof Error ? error.message : String(error))], met: [], version };
    }
  }

  /** Follows work that was begun. False when it has ended already: then its result can be fetched. */
  began(job: Job): boolean {
    if (this.#ended.has(job.job)) return false;
    this.others[job.job] ??= job;
    return true;
  }

  #listen(): void {
    const events = new EventSource('/api/events');
    const heard = (): void => { this.#heard = Date.now(); };
    events.addEventListener('ping', heard);
    events.addEventListener('state', (event) => { this.#hear(JSON.parse(event.data) as ServerState); void this.#load().catch((error: unknown) => this.#fail(error)); });
    events.addEventListener('progress', (event) => {
      heard();
      const job = JSON.parse(event.data) as Job;
      if (job.kind === 'analysis') this.job = job;
      else if (!this.#ended.has(job.job)) this.others[job.job] = job;
    });
    events.addEventListener('done', (event) => {
      heard();
      const { job } = JSON.parse(event.data) as { job: string };
      this.#ended.add(job);
      delete this.others[job];
    });
    events.onopen = () => { if (this.gone) void this.refresh(); };
    events.onerror = () => {
      this.#forget();
      if (events.readyState === EventSource.CLOSED) setTimeout(() => this.#listen(), RetryMilliseconds);
      void this.refresh();
    };
  }

  /** After a break nothing that was heard counts: the server may be another one, and what happened meanwhile was not told. Whoever waits for a job asks for it anew. */
  #forget(): void {
    this.#moment = -1;
    this.#ended.clear();
    this.others = {};
  }

  #hear(state: ServerState): void {
    this.#heard = Date.now();
    this.gone = false;
    if (state.moment < this.#moment) return;
    this.#moment = state.moment;
    this.state = state;
    this.job = state.running;
  }

  /** One request for the book at a time; where the case moved on meanwhile it is asked for again, so that the last state heard of is the one shown. */
  async #load(): Promise<void> {
    this.#loading ??= this.#fetch().finally(() => { this.#loading = null; });
    await this.#loading;
  }

  async #fetch(): Promise<void> {
    for (let wanted = this.#wanted(); wanted !== null && wanted !== this.#bookVersion; wanted = this.#wanted()) {
      const answer = await api.book();
      if (answer.status !== 202) {
        const book = complete((await answer.json()) as Book);
        this.book = book;
        this.problems = book.problems ?? [];
        this.trouble = null;
        this.#bookVersion = wanted;
      } else if (wanted === this.#wanted()) return; // the first analysis is under way: its end is told
    }
  }

  /** What the book should be about; null when no case is open. */
  #wanted(): string | null {
    return this.state?.mode === 'case' ? `${this.state.analysisVersion} ${this.state.version}` : null;
  }

  #fail(error: unknown): void {
    if (error instanceof ServerGone) {
      if (!this.gone) setTimeout(() => void this.#retry(), RetryMilliseconds);
      this.gone = true;
      this.#forget();
    } else {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  async #retry(): Promise<void> {
    try {
      this.#hear(await api.state());
      await this.#load();
    } catch {
      setTimeout(() => void this.#retry(), RetryMilliseconds);
    }
  }
}
