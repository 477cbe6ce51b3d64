import type { PartnershipReportLabels } from './partnership-report.labels.js';

export const ENGLISH: PartnershipReportLabels = {
  kicker: 'Report to the steering group',
  trendHeading: 'Absence month by month',
  trendNote:
    'Absence as a percentage of possible working time, all workplaces of the partnership together. Where the line is broken, the month is hidden.',
  workplacesHeading: 'The workplaces side by side',
  absenceHeading: 'Absence at the workplaces',
  absenceNote:
    'Change is counted in percentage points and in days from the same months a year earlier. A fall has a minus.',
  comparisonHeading: 'For comparison',
  comparisonNote:
    'Workplaces outside the partnership, each sector together. A difference is no effect by itself.',
  activityHeading: 'Attention and help',
  activityNote: 'These figures show what has been done. They say nothing by themselves about its effect.',
  definitionsHeading: 'How the figures are made',

  workplace: 'Workplace',
  allWorkplaces: 'The whole partnership',
  comparedBySector: {
    municipal: 'Other municipal workplaces',
    regional: 'Other regional workplaces',
    private: 'Other private workplaces',
  },
  absenceRate: 'Absence',
  rateUnit: 'rate',
  daysPerFte: 'Days per FTE',
  spellsPerPersonYear: 'Spells per person-year',
  spellsEnded: 'ended',
  spellsBegun: 'begun',
  daysByLength: 'Days by length of spell',
  short: '1–14',
  middle: '15–30',
  long: 'over 30',
  change: 'change',
  signals: 'Signals',
  signalsRaised: 'raised',
  signalsDue: 'to act on',
  learnedLate: 'learned late',
  contact: 'Contact',
  contactedInTime: 'Contacted in time',
  inTime: 'in time',
  inTimeShare: 'share in time',
  contactAttempted: 'only tried',
  recordedLate: 'recorded late',
  cases: 'Cases about employees',
  casesOpened: 'opened',
  casesClosed: 'closed',
  ofUnits: 'Units',
  unitCasesOpened: 'cases opened',
  workplaceVisits: 'visits',
  referrals: 'Referrals',
  referralsAsked: 'asked for',
  referralsHeld: 'held',
  referralWaiting: 'days waited',

  month: 'Month',
  status: 'Status',
  isProvisional: 'provisional',
  thisPeriod: 'This period',
  yearEarlier: 'Same months a year earlier',
  changeAgainst: '{change} year on year',
  pointsAgainst: '{change} points year on year',
  noComparison: 'no figure a year earlier',
  ofSignals: 'of {count} signals',
  noFigure: 'none',

  comparedWith: 'The period is compared with {comparison}.',
  basis: 'Calculated on: {basis}',
  provisional:
    'Figures for {months} are provisional: some absence is registered later. They are shown with open marks.',
  knownUntil: 'Absence is known up to and including {day}. The report was made on {created}.',
  knownUntilNoDay: 'A source has not yet told until when absence is known. The report was made on {created}.',
  calendarImputed: 'working days of the calendar times agreed weekly hours; rosters play no part.',
  belowFive:
    '<5 means one to four. Counts that small are not shown, as they may lead back to single persons.',
  protected:
    '– means that the figure is not shown: the group has fewer than 10 employees, fewer than 5 have been absent, one ' +
    'person accounts for more than half, or the figure would give away another that is hidden.',
  definitions: [
    {
      term: 'Absence in per cent',
      text:
        'Days of absence by own sickness, partial sickness, agreements under § 56 and sickness in pregnancy included, ' +
        'divided by the days that could be worked. Work injuries, children’s sickness and leave are left out.',
    },
    {
      term: 'Days per FTE',
      text: 'Absence turned into whole working days of 7.4 hours, divided by the full-time posts of the period.',
    },
    {
      term: 'Spells per person-year',
      text:
        'Spells of sickness that ended in the period, per employee per year. Those that began stand beside them. ' +
        'Spells that follow one another directly count as one.',
    },
    {
      term: 'Length of spell',
      text: 'Days of absence by whether their spell lasted 1–14, 15–30 or more than 30 calendar days.',
    },
    {
      term: 'Signal to act on',
      text:
        'A reason for a caring conversation, such as three spells in half a year or 15 days of sickness in a year. ' +
        'A signal is no suspicion and no judgement of a person.',
    },
    {
      term: 'Contacted in time',
      text:
        'The employee or the manager was reached by the due day, and it was recorded within three working days. ' +
        'For contact days that is the day itself or the next working day, otherwise seven days. ' +
        'Learned late is what was registered only after the due day: it is left out of the share.',
    },
    {
      term: 'Cases',
      text: 'Courses of help that a retention consultant opened and closed about a person or a unit.',
    },
    {
      term: 'Referrals',
      text:
        'Appointments asked for with a specialist, and how many were held. Days waited are those from asked to held, ' +
        'on average of those held; shown from ten on. What a referral is about is not recorded.',
    },
  ],
};
