import type { Assumptions, Conflict, CruxQuestion, Edit, FileView, Job, Problem, Proposals, Ranges, Saved, ServerState, Solve, SourceText, KnownCase, ZoneView, Setting, Intake } from './types';

export class ServerGone extends Error {}

/** The program refused: its problems say why. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problems: Problem[]) {
    super(problems.map((p) => p.message).join(' ') || `The program answered ${status}.`);
  }
}

/** Somebody else changed the same file meanwhile; nothing was written. */
export class Conflicted extends Error {
  constructor(readonly conflict: Conflict) {
    super('The file changed meanwhile.');
  }
}

async function ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method, signal, headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServerGone('Fulcrum is not running any more. Start it again: this page goes on where it was.', { cause });
  }
  if (!answer.ok) {
    const said = (await answer.json().catch(() => null)) as ({ problems?: Problem[] } & Partial<Conflict>) | null;
    if (answer.status === 409 && said?.theirs !== undefined) throw new Conflicted(said as Conflict);
    throw new Refused(answer.status, said?.problems ?? []);
  }
  return answer;
}

async function json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await ask(method, path, body, signal);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** Tells the server which page asks and in which turn, so that a newer question of the same page replaces the older, in whichever order they come in. */
const Page = crypto.randomUUID?.() ?? String(Math.random());
let turn = 0;

const name = encodeURIComponent;
const fileName = (path: string): string => path.split('/').map(name).join('/');
const query = (values: Record<string, string | null | undefined>): string => {
  const given = Object.entries(values).filter((e): e is [string, string] => e[1] !== null && e[1] !== undefined && e[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** What `fulcrum serve` answers. */
export const api = {
  state: () => json<ServerState>('GET', '/api/state'),
  book: (signal?: AbortSignal) => ask('GET', '/api/book', undefined, signal),
  cancel: (job: Job) => json<unknown>('DELETE', `/api/jobs/${name(job.job)}`),
  files: () => json<FileView[]>('GET', '/api/files'),
  check: (file: string, text: string, signal?: AbortSignal) => json<{ problems: Problem[] }>('POST', `/api/files/${fileName(file)}/check`, { text }, signal),
  save: (file: string, text: string, version: string) => json<Saved>('PUT', `/api/files/${fileName(file)}`, { text, version }),
  edit: (version: string, edits: Edit[], force = false) => json<Saved>('POST', '/api/edits', { version, edits, force }),
  undo: () => json<Saved>('POST', '/api/undo', {}),
  redo: () => json<Saved>('POST', '/api/redo', {}),
  assumptions: (reading: string | null) => json<Assumptions>('GET', `/api/assumptions${query({ reading })}`),
  whatIf: (reading: string | null, set: Setting[], signal?: AbortSignal) => json<Solve>('POST', '/api/whatif', { ...(reading ? { reading } : {}), set }, signal),
  ranges: (reading: string | null, set: Setting[], draws: number, signal?: AbortSignal) => json<Ranges>('POST', '/api/whatif/ranges', { ...(reading ? { reading } : {}), set, draws, page: Page, turn: ++turn }, signal),
  saveReading: (reading: { id: string; name: string; says: string; note: string; set: Setting[] }) => json<unknown>('POST', '/api/readings', reading),
  zone: (reading: string | null, x: string, y: string, consent: string | null, signal?: AbortSignal) =>
    json<ZoneView>('GET', `/api/zone${query({ reading, x, y, consent })}`, undefined, signal),
  beginCruxes: (question: CruxQuestion) => ask('POST', '/api/cruxes', question),
  cruxes: (question: CruxQuestion, signal?: AbortSignal) => ask('GET', `/api/cruxes${query({ ...question })}`, undefined, signal),
  proposals: () => json<Proposals>('GET', '/api/proposals'),
  decide: (id: string, decision: 'accept' | 'reject' | 'undo', edits?: Record<string, string>) => json<Proposals>('POST', `/api/proposals/${name(id)}`, { decision, edits }),
  rejectOpinions: () => json<Proposals>('POST', '/api/proposals/reject-opinions', {}),
  addSource: (source: { name: string; text: string; published?: string; preview: boolean }) => json<Intake>('POST', '/api/sources', source),
  sourceText: (id: string) => json<SourceText>('GET', `/api/sources/${name(id)}/text`),
  cases: () => json<KnownCase[]>('GET', '/api/cases'),
  openCase: (path: string) => json<unknown>('POST', '/api/cases/open', { path }),
  createCase: (folder: string, title: string, question: string) => json<unknown>('POST', '/api/cases', { folder, title, question }),
};
