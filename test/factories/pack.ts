import type { PackContent } from '../../src/reports/packs/domain/pack.js';
import type { ReportCell, ReportContent } from '../../src/reports/reports.view.js';
import { localDate } from '../../src/shared/local-date.js';

export const shownCell = (
  value: number,
  numerator: number | null = null,
  denominator: number | null = null,
): ReportCell => ({
  shown: true,
  value,
  numerator,
  denominator,
  reason: null,
  bound: null,
});

export const hiddenCell = (reason: ReportCell['reason']): ReportCell => ({
  shown: false,
  value: null,
  numerator: null,
  denominator: null,
  reason,
  bound: null,
});

/** A whole of 7.4 % absence, 0.4 points lower than a year earlier, and 84 of 103 contacts in time; one hidden figure. */
export const reportContent = (changes: Partial<ReportContent> = {}): ReportContent => ({
  partnership: 'Partnerskabet for nærvær i Odder',
  parties: ['Odder Kommune', 'Jensen Metal A/S'],
  comparison: { from: '2024-11-01', to: '2025-10-31' },
  knownUntil: '2026-11-20',
  basis: 'calendar-imputed',
  provisionalMonths: ['2026-09-01', '2026-10-01'],
  groups: [
    {
      kind: 'partnership',
      unitId: null,
      name: 'Partnerskabet for nærvær i Odder',
      employer: null,
      sector: null,
      figures: [
        { measure: 'absence-rate', now: shownCell(0.074), yearEarlier: shownCell(0.078), change: -0.004 },
        { measure: 'contacted-in-time', now: shownCell(0.815534, 84, 103), yearEarlier: null, change: null },
      ],
    },
    {
      kind: 'workplace',
      unitId: '00000000-0000-4000-8000-000000000001',
      name: 'Jensen Metal A/S, Odder',
      employer: 'Jensen Metal A/S',
      sector: 'private',
      figures: [
        { measure: 'absence-rate', now: hiddenCell('too-few-persons'), yearEarlier: null, change: null },
        { measure: 'referral-waiting', now: hiddenCell('nothing'), yearEarlier: null, change: null },
      ],
    },
  ],
  trend: [],
  ...changes,
});

/** A contract that pays by days, one barrier that is overdue and one that was resolved. */
export const packContent = (changes: Partial<PackContent> = {}): PackContent => ({
  madeOn: localDate('2026-11-22'),
  contractVersion: 2,
  indicators: [
    { id: 'days', measure: 'days', contractUse: 'payment', reduction: '0.1' },
    { id: 'long', measure: 'long-spells', contractUse: 'reported', reduction: null },
  ],
  effects: [],
  fidelity: [],
  tracks: [],
  settlements: [],
  barriers: [
    {
      kind: 'time',
      seenOn: localDate('2026-09-14'),
      what: 'Lederne når ikke samtalerne i ugerne med vagtplan.',
      unit: 'Hjemmeplejen Syd',
      action: 'Samtaler lægges i vagtplanen.',
      actionBy: 'Områdeleder',
      dueOn: localDate('2026-11-01'),
      resolvedOn: null,
    },
    {
      kind: 'data',
      seenOn: localDate('2026-08-03'),
      what: 'Lønfilen manglede timelønnede.',
      unit: null,
      action: 'Ny udtræksprofil.',
      actionBy: 'HR',
      dueOn: null,
      resolvedOn: localDate('2026-09-02'),
    },
  ],
  ...changes,
});
