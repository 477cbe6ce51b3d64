export type PartnershipRow = { id: string; name: string; startsOn: string; endsOn: string };

export type ReportPeriod = { from: string; to: string; label: string; provisional: boolean };

export type PartnershipView = PartnershipRow & {
  parties: string[];
  periods: ReportPeriod[];
  abilities: string[];
};

export type ReportRow = {
  id: string;
  from: string;
  to: string;
  state: 'building' | 'ready' | 'failed';
  requestedAt: string;
};

/** A figure that may be withheld; `hidden` says why. */
export type Cell = {
  value: number | null;
  previous: number | null;
  hidden: 'small-group' | 'complementary' | 'difference' | null;
  /** "<5" and its like, where only a bound may be shown. */
  bound?: string | null;
};

export type ReportMeasure =
  | 'absenceRate'
  | 'daysPerFte'
  | 'spellsPerPersonYear'
  | 'longShare'
  | 'signals'
  | 'contactedInTime'
  | 'casesOpened'
  | 'casesClosed';

export type WorkplaceFigures = { id: string; name: string; inPartnership: boolean } & Record<
  ReportMeasure,
  Cell
>;

export type ReportView = ReportRow & {
  progress: number;
  workplaces: WorkplaceFigures[];
  comparison: { from: string; to: string } | null;
  knownUntil: string | null;
  basis: string[];
};
