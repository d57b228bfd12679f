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
  pressure: { party: string; name: string; count: number; moves: string[] }[];
  conceded: { party: string; name: string; count: number; withoutReturn: number; moves: string[] }[];
  rows: LedgerRow[];
}

export interface Provenance {
  numbers: number; quoted: number; judged: number; assumed: number; unknown: number;
  rankings: number; rankingsQuoted: number; rankingsJudged: number; rankingsAssumed: number;
}

export interface Method { draws: number; done: number; seed: number; concept: string; largestGap: number | null; caseHash: string; version: string; partial: boolean }

export interface Analysis {
  title: string; question: string | null; starts: string; asOf: string; frozen: string | null; reading: string | null; readingName: string; hasModel: boolean;
  inShort: InShortSentence[]; checkFirst: CheckFirstItem[]; hands: PartyHand[]; deal: PredictedDeal | null; zone: ZoneAnswer | null;
  changes: ChangeAnswer[]; totals: TotalCost[]; levers: LeverAnswer[]; dependences: Dependence[]; timeline: TimelinePoint[];
  ledger: LedgerAnswer; provenance: Provenance; findings: Finding[]; method: Method;
}

export interface EvidenceView { id: string; source: string; paragraph: number | null; speaker: string | null; says: string; quote: string | null }
export interface SourceView { id: string; title: string; outlet: string; author: string; date: string; kind: string; url: string | null; derivedFrom: string | null; note: string | null; textAtHand: boolean }
export interface NumberView { path: string; group: string; text: string; low: number; middle: number; high: number; mark: string; evidence: string[]; note: string | null }
export interface RankingView { path: string; group: string; text: string; mark: string; evidence: string[] }
export interface PartyView { id: string; name: string; role: string }
export interface ReadingView { id: string; name: string; says: string; source: string | null; stressTest: boolean; overrides: { path: string; text: string; mark: string; evidence: string[]; note: string | null }[] }

export interface CaseView {
  title: string; parties: PartyView[]; sources: SourceView[]; evidence: EvidenceView[]; numbers: NumberView[]; rankings: RankingView[]; readings: ReadingView[];
}

/** Hands at mid-range for every subset of the net changes: `hands[mask][party]`, bit i of the mask set when `changes[i]` was made. */
export interface SubsetTable { changes: string[]; parties: string[]; hands: number[][] }

/** Everything the pages show of one case. In the single-file report it stands in the page; `fulcrum serve` sends it. */
export interface Book {
  mode: 'report' | 'serve';
  redacted: boolean;
  case: CaseView;
  analyses: Analysis[];
  subsets: { reading: string | null; table: SubsetTable }[];
}
