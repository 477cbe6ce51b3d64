import type {
  PartnershipReportDocument,
  WorkplaceFigures,
} from '../../src/reports/partnership-report.document.js';
import { partnershipReportLabels } from '../../src/reports/partnership-report.labels.js';
import { SIGHTS } from '../../src/partnerships/index.js';
import { packPaper } from '../../src/reports/packs/pack-paper.js';
import { packContent, reportContent } from './pack.js';
import { addMonths, localDate } from '../../src/shared/local-date.js';

export const workplaceFigures = (changes: Partial<WorkplaceFigures> = {}): WorkplaceFigures => ({
  name: 'Børnehuset Solstrålen',
  absenceRate: 0.062,
  absenceRateChange: -0.009,
  daysPerFte: 7.1,
  daysPerFteChange: -1.04,
  spellsEndedPerPersonYear: 2.4,
  spellsBegunPerPersonYear: 2.5,
  shareOfDaysShort: 0.44,
  shareOfDaysMiddle: 0.12,
  shareOfDaysLong: 0.44,
  signalsRaised: 31,
  signalsDue: 28,
  learnedLate: 0,
  contactedInTime: 24,
  contactedInTimeShare: 0.857,
  contactAttempted: 0,
  recordedLate: 0,
  casesOpened: 9,
  casesClosed: 6,
  unitCasesOpened: 5,
  workplaceVisits: 12,
  referralsAsked: 14,
  referralsHeld: 11,
  referralWaiting: 16.4,
  ...changes,
});

const REPORT_CONTENT = reportContent();

/** A pack with one barrier that is overdue and one resolved. */
const PACK = packContent();

const WORKPLACES: readonly WorkplaceFigures[] = [
  workplaceFigures(),
  workplaceFigures({
    name: 'Hjemmeplejen Syd',
    absenceRate: 0.081,
    absenceRateChange: -0.004,
    daysPerFte: 9.3,
    daysPerFteChange: -0.5,
    spellsEndedPerPersonYear: 2.9,
    shareOfDaysShort: 0.31,
    shareOfDaysMiddle: 0.14,
    shareOfDaysLong: 0.55,
    signalsRaised: 66,
    signalsDue: 61,
    contactedInTime: 47,
    contactedInTimeShare: 0.77,
    casesOpened: 17,
    casesClosed: 12,
  }),
  workplaceFigures({
    name: 'Plejecenter Åparken og Ålykke',
    absenceRate: 0.074,
    absenceRateChange: 0.003,
    daysPerFte: 8.5,
    daysPerFteChange: 0.3,
    signalsRaised: 12,
    signalsDue: 12,
    contactedInTime: 'protected',
    contactedInTimeShare: 'protected',
    casesOpened: 'below-five',
    casesClosed: 'below-five',
  }),
  workplaceFigures({
    name: 'Jensen Metal A/S, Odder',
    absenceRate: 'protected',
    absenceRateChange: 'protected',
    daysPerFte: 'protected',
    daysPerFteChange: 'protected',
    spellsEndedPerPersonYear: 'protected',
    spellsBegunPerPersonYear: 'protected',
    shareOfDaysShort: 'protected',
    shareOfDaysMiddle: 'protected',
    shareOfDaysLong: 'protected',
    signalsRaised: 'below-five',
    signalsDue: 'below-five',
    contactedInTime: 'below-five',
    contactedInTimeShare: 'protected',
    casesOpened: 'below-five',
    casesClosed: 0,
  }),
];

const TREND = [6.9, 7.4, 8.1, 6.6, 6.2, 5.9, 4.8, 5.6, 6.4, 7.0, 7.6, 8.0];

/** A report that shows every kind of cell. */
export const partnershipReport = (
  changes: Partial<PartnershipReportDocument> = {},
): PartnershipReportDocument => ({
  language: 'da',
  labels: partnershipReportLabels(changes.language ?? 'da'),
  pack: packPaper({
    language: changes.language ?? 'da',
    report: REPORT_CONTENT,
    content: PACK,
    sees: new Set(SIGHTS),
    signOffs: [{ party: 'Odder Kommune', name: 'Mette Holm', signedAt: new Date('2026-11-23T08:15:00Z') }],
  }),
  partnership: 'Partnerskabet for nærvær i Odder',
  parties: ['Odder Kommune', 'Jensen Metal A/S', 'Den Sociale Fond', 'Marselis Rådgivning'],
  period: { from: localDate('2025-11-01'), to: localDate('2026-10-31') },
  comparison: { from: localDate('2024-11-01'), to: localDate('2025-10-31') },
  basis: 'arbejdsdage efter kalenderen gange den aftalte ugentlige arbejdstid; vagtplaner indgår ikke.',
  absenceKnownUntil: localDate('2026-11-20'),
  createdAt: new Date('2026-11-22T09:00:00Z'),
  workplaces: WORKPLACES,
  total: workplaceFigures({
    name: 'Partnerskabet i alt',
    absenceRate: 0.074,
    absenceRateChange: -0.004,
    daysPerFte: 8.4,
    daysPerFteChange: -0.5,
    signalsRaised: 111,
    signalsDue: 103,
    contactedInTime: 84,
    contactedInTimeShare: 0.816,
    casesOpened: 31,
    casesClosed: 21,
  }),
  comparisons: [
    workplaceFigures({
      name: 'Andre kommunale arbejdspladser',
      absenceRate: 0.071,
      absenceRateChange: 0.001,
    }),
  ],
  trend: TREND.map((rate, index) => ({
    month: addMonths(localDate('2025-11-01'), index),
    absenceRate: rate / 100,
    absenceRateYearEarlier: index === 6 ? 'protected' : (rate + 0.6 - (index % 3) * 0.2) / 100,
    isProvisional: index >= 10,
  })),
  ...changes,
});
