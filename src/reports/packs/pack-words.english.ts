import type { PackWords } from './pack-words.js';

export const ENGLISH: PackWords = {
  kicker: 'Pack for the steering group',
  inShort: 'In short',
  noFigure: 'none',
  tables: {
    completeness: {
      heading: 'How sure are the figures?',
      note: 'What was known, provisional and hidden when the pack was made.',
      columns: ['About', 'Status'],
      empty: '',
    },
    indicators: {
      heading: 'Indicators and effect',
      note: 'What the contract measures by. Signals, talks and cases are activity and never effect.',
      columns: ['Indicator', 'Used for', 'Agreed fall', 'Effect'],
      empty: 'No contract has been agreed for the period yet.',
    },
    barriers: {
      heading: 'Risks and barriers',
      note: 'What stands in the way of working as agreed, and what is done. Those resolved in the period are included.',
      columns: ['Seen', 'What', 'Where', 'What is done', 'By whom', 'Status'],
      empty: 'No barriers have been noted.',
    },
    minutes: {
      heading: 'Decisions and minutes',
      note: 'A template for the meeting: write decision, who does it, and by when.',
      columns: ['Item', 'Basis', 'Decision', 'Who', 'By when'],
      empty: '',
    },
    'sign-offs': {
      heading: 'Signed off by',
      note: 'Who has signed the pack off as received and read, when, and for which party.',
      columns: ['Party', 'Name', 'When'],
      empty: 'Nobody has signed the pack off yet.',
    },
  },
  absence: (rate) => `Absence was ${rate} of the possible working time.`,
  absenceHidden: 'Absence as a whole is not shown, since it would point to single persons.',
  lower: (points) => `That is ${points} percentage points lower than in the same months a year earlier.`,
  higher: (points) => `That is ${points} percentage points higher than in the same months a year earlier.`,
  unchanged: 'That is the same as in the same months a year earlier.',
  noComparison: 'There are no figures of a year earlier to compare with.',
  contact: (share, due) => `${share} of ${due} signals were followed by a contact in time.`,
  contactHidden: 'The share of contacts in time is not shown: there are too few signals.',
  noSignals: 'There were no signals to follow up.',
  notMeasured:
    'The effect has not been measured yet. The figures above do not by themselves tell whether the effort works.',
  noContract: 'No contract has been agreed for the period, so there is nothing to measure an effect by.',
  barriers: (open, late) => {
    if (open === 0) return 'No barriers stand open.';
    const standing = open === 1 ? '1 barrier stands open' : `${open} barriers stand open`;
    return late === 0 ? `${standing}.` : `${standing}, ${late} of them overdue.`;
  },
  provisional: (months) => `The figures for ${months} are provisional and may change.`,
  notProvisional: 'No month of the period is provisional.',
  hidden: (count) => {
    if (count === 0) return 'No figures are hidden.';
    return `${count === 1 ? '1 figure is hidden' : `${count} figures are hidden`}, so that nobody can be recognised.`;
  },
  signed: (parties) => `Signed off by ${parties}.`,
  notSigned: 'No party has signed the pack off yet.',
  completeness: {
    knownUntil: 'Absence known until',
    unknown: 'A source has not told yet',
    provisional: 'Provisional months',
    none: 'None',
    hidden: 'Hidden figures',
    contract: 'Contract',
    version: (version) => `Version ${version}`,
  },
  measures: {
    days: 'Days of absence',
    'days-cut-at-30': 'Days of absence, at most 30 a spell',
    spells: 'Spells ended',
    'long-spells': 'Spells of more than 30 days',
  },
  uses: { payment: 'Payment', reported: 'Reported only' },
  fall: (percent) => `${percent} fewer`,
  noTarget: 'None',
  effectNotMeasured: 'Not yet measured',
  barrierKinds: {
    leadership: 'Leadership',
    time: 'Time',
    staffing: 'Staffing',
    data: 'Data',
    cooperation: 'Cooperation',
    knowledge: 'Knowledge',
    other: 'Other',
  },
  everywhere: 'The whole partnership',
  open: 'Open',
  late: 'Overdue',
  resolved: (day) => `Resolved ${day}`,
  agenda: {
    approve: 'Agenda and last minutes',
    figures: 'Absence, attention and help',
    effect: 'Indicators and effect',
    barriers: 'Risks and barriers',
    next: 'What do we do until the next meeting?',
    other: 'Any other business',
    meeting: 'Next meeting',
    inThisPack: 'In this pack',
    openOnes: (open) => `${open} open`,
  },
};
