import type { Sector } from '../organisations/index.js';
import { DANISH } from './partnership-report.danish.js';
import { ENGLISH } from './partnership-report.english.js';

/** Every word of the report that is not a name or a figure. `{…}` stands for what is filled in. */
export interface PartnershipReportLabels {
  readonly kicker: string;
  readonly trendHeading: string;
  readonly trendNote: string;
  readonly workplacesHeading: string;
  readonly absenceHeading: string;
  readonly absenceNote: string;
  readonly comparisonHeading: string;
  readonly comparisonNote: string;
  readonly activityHeading: string;
  readonly activityNote: string;
  readonly definitionsHeading: string;

  readonly workplace: string;
  readonly allWorkplaces: string;
  readonly comparedBySector: Readonly<Record<Sector, string>>;
  readonly absenceRate: string;
  readonly rateUnit: string;
  readonly daysPerFte: string;
  readonly spellsPerPersonYear: string;
  readonly spellsEnded: string;
  readonly spellsBegun: string;
  readonly daysByLength: string;
  readonly short: string;
  readonly middle: string;
  readonly long: string;
  readonly change: string;
  readonly signals: string;
  readonly signalsRaised: string;
  readonly signalsDue: string;
  readonly learnedLate: string;
  readonly contact: string;
  readonly contactedInTime: string;
  readonly inTime: string;
  readonly inTimeShare: string;
  readonly contactAttempted: string;
  readonly recordedLate: string;
  readonly cases: string;
  readonly casesOpened: string;
  readonly casesClosed: string;
  readonly ofUnits: string;
  readonly unitCasesOpened: string;
  readonly workplaceVisits: string;
  readonly referrals: string;
  readonly referralsAsked: string;
  readonly referralsHeld: string;
  readonly referralWaiting: string;

  readonly month: string;
  readonly status: string;
  readonly isProvisional: string;
  readonly thisPeriod: string;
  readonly yearEarlier: string;
  readonly changeAgainst: string;
  readonly pointsAgainst: string;
  readonly noComparison: string;
  readonly ofSignals: string;
  readonly noFigure: string;

  readonly comparedWith: string;
  readonly basis: string;
  readonly provisional: string;
  readonly knownUntil: string;
  readonly knownUntilNoDay: string;
  readonly calendarImputed: string;
  readonly belowFive: string;
  readonly protected: string;
  readonly definitions: readonly { readonly term: string; readonly text: string }[];
}

/** The words of the report in a language. */
export const partnershipReportLabels = (language: 'da' | 'en'): PartnershipReportLabels =>
  language === 'da' ? DANISH : ENGLISH;
