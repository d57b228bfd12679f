// The shapes of the answers, as src/Fulcrum/Findings states them. Points are unrounded and each party's own: never compare two parties' numbers.

export interface Spread { median: number; p5: number; p95: number; count: number }
export interface Chance { hits: number; of: number; word: string; inDraws: string }

export interface Finding { id: string; kind: string; text: string; rests: string; marks: string[]; supports: string[] }
export interface InShortSentence { text: string; findings: string[] }
export interface CheckFirstItem { kind: string; text: string; supports: string[] }

export interface PartyHand {
  party: string; name: string; role: string; focus: boolean; consents: boolean;
  hand: Spread | null; handIfOpen: Spread | null; noDeal: Spread | null; hadNothingBeenConceded: Spread | null; noDealMeans: string | null;
}

export interface OptionShare { option: string; name: string; share: number; statusQuo: boolean; contraryTo: string | null }
export interface IssueShares { issue: string; name: string; options: OptionShare[] }
export interface LeverShare { lever: string; name: string; share: number }
export interface SingleDealTerm { issue: string; issueName: string; option: string; optionName: string }
export interface PredictedDeal { openDraws: number; issues: IssueShares[]; levers: LeverShare[]; single: { terms: SingleDealTerm[]; best: Chance } | null }

export interface ZoneAnswer {
  single: Chance; lottery: Chance; margin: Spread | null; openAtMidRange: boolean; blockers: string[];
  opens: { party: string; name: string; points: number | null }[];
}

export interface ChangeCost {
  party: string; name: string; pointOrMore: Chance; size: Spread | null; inOrder: Spread | null; fairShare: Spread | null; fairShareError: number;
  takenBack: Spread | null; gained: Chance;
}

export interface ChangeAnswer {
  id: string; name: string; by: string; byName: string; when: string; first: string; last: string; lever: string | null; issue: string | null; moves: string[];
  mark: string; undone: boolean; conditional: boolean; reversible: boolean | null; cameBack: { move: string; what: string; when: string; by: string }[];
  clashes: string[]; evidence: string[]; acts: Chance; wentTo: string; wentToName: string; costs: ChangeCost[];
}

export interface TotalCost { party: string; name: string; points: Spread | null; pointOrMore: Chance; fiveOrMore: Chance; better: Chance }

export interface LeverEffect { party: string; name: string; points: Spread | null; pointOrMore: Chance }
export interface LeverAnswer {
  id: string; name: string; holder: string; holderName: string; standing: string; inHand: boolean; credibilityLow: number; credibilityHigh: number;
  inDeal: number | null; mark: string; ifGone: LeverEffect[]; coercive: LeverEffect[]; realised: Spread | null;
  moves: { to: string; effects: LeverEffect[] }[]; evidence: string[];
}

export interface Dependence { party: string; on: string; points: Spread | null }
export interface TimelinePoint { date: string; open: Chance; hands: { party: string; hand: Spread | null; noDeal: Spread | null }[]; moves: string[] }

export interface LedgerRow {
  move: string; first: string; last: string; when: string; by: string; to: string[]; kind: string; what: string; factuality: string; lever: string | null;
  issue: string | null; inModel: boolean; sameAs: string | null; clashesWith: string[]; evidence: string[];
}

export interface LedgerAnswer {
  moves: number; echoes: number; inModel: number; sources: number; independentSources: number;
  derivedSources: { source: string; from: string }[];
  clashes: { move: string; other: string; what: string; otherWhat: string; sources: string[]; note: string | null }[];
  asked: { party: string; name: string; asked: number; met: number; demands: string[] }[];
  pressure: { party: string; name: string; count: number; on?: { party: string; name: string; count: number }[]; moves: string[] }[];
  conceded: { party: string; name: string; count: number; withoutReturn: number; moves: string[] }[];
  rows: LedgerRow[];
}

export interface Provenance {
  numbers: number; quoted: number; judged: number; assumed: number; unknown: number;
  rankings: number; rankingsQuoted: number; rankingsJudged: number; rankingsAssumed: number;
}

/** `caseHash` is empty in a redacted report. */
export interface Method { draws: number; done: number; seed: number; concept: string; largestGap: number | null; caseHash: string; version: string; partial: boolean }

/** What an analysis says about commitments; each part as the verb of its name answers, on fewer draws. */
export interface KeptSentence { id: string; text: string; rests: string; marks: string[]; supports: string[] }
export interface CommitmentSections {
  keeping: { sentences: KeptSentence[] } | null; credibility: { sentences: KeptSentence[] } | null; trend: { sentences: KeptSentence[] } | null;
  records: { warnings: string[]; sentences?: KeptSentence[]; parties: RecordOfParty[]; classes?: { id: string; name: string; citation: string | null }[] } | null;
}
export interface RecordOfParty { party: string; name: string; kept: number; broken: number; unclear: number; pending: number; rows?: Obligation[] }
export interface Obligation {
  id: string; to: string[]; date: string; terms: string; status: string; since: string | null; evidence: string[]; note: string | null; earlier?: { status: string; since: string }[];
}

export interface Analysis {
  title: string; question: string | null; starts: string; asOf: string; frozen: string | null; reading: string | null; readingName: string; hasModel: boolean;
  inShort: InShortSentence[]; checkFirst: CheckFirstItem[]; hands: PartyHand[]; deal: PredictedDeal | null; zone: ZoneAnswer | null;
  changes: ChangeAnswer[]; totals: TotalCost[]; levers: LeverAnswer[]; dependences: Dependence[]; timeline: TimelinePoint[];
  ledger: LedgerAnswer; provenance: Provenance; findings: Finding[]; method: Method;
  commitments?: CommitmentSections | null;
}

export interface EvidenceView { id: string; source: string; paragraph: number | null; speaker: string | null; says: string; quote: string | null }
export interface SourceView { id: string; title: string; outlet: string; author: string; date: string; kind: string; url: string | null; derivedFrom: string | null; note: string | null; textAtHand: boolean }
export interface NumberView { path: string; group: string; text: string; low: number; middle: number; high: number; mark: string; evidence: string[]; note: string | null }
export interface RankingView { path: string; group: string; text: string; mark: string; evidence: string[] }
export interface PartyView { id: string; name: string; role: string }
export interface ReadingView { id: string; name: string; says: string; source: string | null; stressTest: boolean; overrides: { path: string; text: string; mark: string; evidence: string[]; note: string | null }[] }

export interface CaseView {
  title: string; parties: PartyView[]; sources: SourceView[]; evidence: EvidenceView[]; numbers: NumberView[]; rankings: RankingView[]; readings: ReadingView[];
  verdicts?: { id: string; says: string }[];
}

/** Hands at mid-range for every subset of the net changes: `hands[mask][party]`, bit i of the mask set when `changes[i]` was made. */
export interface SubsetTable { changes: string[]; parties: string[]; hands: number[][] }

/** What a deal zone shows of two parties: single deals as a density, what no deal beats, where talks fail, where they would settle. */
export interface ZoneDeal { x: number; y: number; options: Record<string, string> }
export interface ZoneView {
  parties: PartyName[]; x: string; y: string; noDeal: { x: number; y: number }; deals: string; sampled: number;
  density: { columns: number; rows: number; lowX: number; highX: number; lowY: number; highY: number; cells: number[] };
  frontier: ZoneDeal[];
  settlement: { x: number; y: number; deals: (ZoneDeal & { share: number })[] } | null;
  solutions: { name: string; x: number; y: number; options?: Record<string, string> | null }[];
  zone: { single: boolean; lottery: boolean };
  opening?: { text: string }[];
  samples: ZoneDeal[];
  consent?: string[];
}
export interface PartyName { id: string; name: string }

/** Everything the pages show of one case. In the single-file report it stands in the page; `fulcrum serve` sends it. */
export interface Book {
  mode: 'report' | 'serve';
  redacted: boolean;
  case: CaseView;
  analyses: Analysis[];
  subsets: { reading: string | null; table: SubsetTable }[];
  zones?: (ZoneView & { reading: string | null })[];
  /** Only in a report that was asked to hold them. */
  cruxes?: Cruxes[];
  version?: string;
  stale?: boolean;
  problems?: Problem[];
}

/** What makes two readings differ on a verdict or a number: fair shares of the difference, and what turns the verdict. */
export interface Cruxes {
  asked: string; says: string; verdict: boolean; from: string; fromName: string; to: string; toName: string; sentences: string[]; first: number | null; second: number | null;
  groups: { label: string; differences: { path: string; first: string; firstMark: string; second: string; secondMark: string }[]; share: number | null; error: number | null }[];
  flips: { reading: string; stands: 'holds' | 'fails' | 'undecided'; share: number; draws: number; sets: string[][]; searchedTo: number; undecided: number }[];
  exact: boolean; draws: number; orders: number;
}
export interface CruxQuestion { first: string; second: string; verdict?: string; number?: string }

// What the server says beside the book.

export interface Problem { code: string; severity: string; message: string; help: string | null; file: string | null; line: number | null; column: number | null }
export interface Job { job: string; kind: string; done: number; total: number; secondsLeft: number | null }
export interface ServerState {
  mode: 'chooser' | 'case'; title: string; folder: string; version: string; analysisVersion: string; running: Job | null; canUndo?: boolean; canRedo?: boolean;
  /** Of two states of one server the one with the greater number is the newer. */
  moment: number;
}
export interface FileView { name: string; version: string; editable: boolean; text: string }
export interface Conflict { file?: string; yours: string; theirs: string | null; base?: string | null; version: string; caseVersion?: string; places?: MetPlace[] }
/** A place that was changed on disk between what the page shows and the edit that it sent. */
export interface MetPlace { file: string; path: string[]; yours: string | null; theirs: string | null; base: string | null }
/** `value` is YAML as somebody types it, null removes; `text` instead is words written as they are. */
export interface Edit { file: string; path: string | string[]; value?: string | null; text?: string }
export interface Saved { version: string; files: { name: string; version: string }[]; problems: Problem[] }

export interface Assumption {
  path: string; name: string; text: string; low: number | null; middle: number | null; high: number | null; scaleLow: number; scaleHigh: number; unit: string | null;
  mark: string; evidence: string[]; note: string | null; kind: 'number' | 'ranking' | 'standing' | 'availability' | 'move'; choices?: { value: string; name: string }[] | null;
}
export interface Assumptions { groups: { id: string; name: string; items: Assumption[] }[] }
export interface Setting { path: string; value: string | number }

export interface MidRange {
  zone: { single: boolean; lottery: boolean }; hands: Record<string, number>; noDeal: Record<string, number>;
  deal: { share: number; options: Record<string, string> }[]; single?: Record<string, string> | null;
}
export interface Solve extends MidRange { milliseconds: number; base: MidRange }
export interface Range { median: number; p5: number; p95: number }
export interface Ranged { hands: Record<string, Range | null>; noDeal: Record<string, Range | null>; zone: { single: Chance; lottery: Chance } }
export interface Ranges extends Ranged { draws: number; base: Ranged }

export interface Proposal {
  id: string; text: string; quote?: string | null; source: string; when: string; actor: string; target: string | null; move: string; object: string | null;
  factuality: string; speaker: string | null; level: 'lever' | 'option' | 'plain' | 'opinion'; group: string | null; state: 'waiting' | 'accepted' | 'rejected';
  lever?: string | null; issue?: string | null; option?: string | null;
}
export interface Proposals { items: Proposal[]; waiting: number }
export interface Intake { id: string; sources: { id: string | null; derivedFrom: string | null; independent: boolean; reasons?: string[]; changes?: string[] }[]; proposals: number; problems?: Problem[] }
export interface SourceText { text: string; spans: { start: number; end: number; evidence: string; move?: string | null }[] }
export interface KnownCase { path: string; title: string; problems: number }
