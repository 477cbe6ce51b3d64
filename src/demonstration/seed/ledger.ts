import type { INestApplicationContext } from '@nestjs/common';
import {
  BarriersService,
  CapitalService,
  type BarrierKind,
  type CapitalKind,
  type SpentOn,
} from '../../partnerships/index.js';
import { addDays, addMonths, type LocalDate } from '../../shared/local-date.js';
import type { SeededPartnership } from './contract.js';
import type { SettableClock } from './settable-clock.js';

interface Entry {
  /** Months and days after the partnership's first day. */
  readonly after: readonly [months: number, days: number];
  readonly kind: CapitalKind;
  readonly purpose?: SpentOn;
  readonly party: string;
  readonly amount: number;
  readonly note: string;
}

const INVESTOR = 'Fjordbanken Social Kapital';
const PROVIDER = 'Fastholdelse Øst';

const ENTRIES: readonly Entry[] = [
  {
    after: [0, 4],
    kind: 'paid-in',
    party: INVESTOR,
    amount: 125_000_000,
    note: 'Første indbetaling efter aftalen',
  },
  {
    after: [0, 20],
    kind: 'spent',
    purpose: 'tools',
    party: PROVIDER,
    amount: 6_850_000,
    note: 'Opsætning og adgang for ledere',
  },
  {
    after: [1, 10],
    kind: 'spent',
    purpose: 'courses',
    party: PROVIDER,
    amount: 18_400_000,
    note: 'Kursus for ledere: den tidlige samtale, hold 1-3',
  },
  {
    after: [3, 1],
    kind: 'spent',
    purpose: 'staff',
    party: PROVIDER,
    amount: 31_250_000,
    note: 'Fastholdelseskonsulenter, første kvartal',
  },
  {
    after: [6, 1],
    kind: 'spent',
    purpose: 'staff',
    party: PROVIDER,
    amount: 31_250_000,
    note: 'Fastholdelseskonsulenter, andet kvartal',
  },
  {
    after: [7, 12],
    kind: 'spent',
    purpose: 'specialists',
    party: PROVIDER,
    amount: 9_960_000,
    note: 'Psykolog og fysioterapeut, henvisninger i halvåret',
  },
  { after: [11, 25], kind: 'paid-in', party: INVESTOR, amount: 125_000_000, note: 'Anden indbetaling' },
  {
    after: [12, 1],
    kind: 'spent',
    purpose: 'staff',
    party: PROVIDER,
    amount: 62_500_000,
    note: 'Fastholdelseskonsulenter, andet halvår',
  },
  {
    after: [15, 9],
    kind: 'spent',
    purpose: 'courses',
    party: PROVIDER,
    amount: 9_200_000,
    note: 'Opfølgende kursus for nye ledere',
  },
  {
    after: [18, 1],
    kind: 'spent',
    purpose: 'staff',
    party: PROVIDER,
    amount: 62_500_000,
    note: 'Fastholdelseskonsulenter, tredje halvår',
  },
];

interface Barrier {
  readonly after: readonly [months: number, days: number];
  readonly kind: BarrierKind;
  readonly what: string;
  readonly action: string;
  readonly actionBy: string;
  readonly dueAfterDays: number;
  readonly resolvedAfterDays?: number;
}

const BARRIERS: readonly Barrier[] = [
  {
    after: [1, 15],
    kind: 'time',
    what: 'Ledere med mange medarbejdere når ikke samtalen på 14. dag.',
    action: 'Faste tider til samtaler i vagtplanen, og konsulenten tager med til de første.',
    actionBy: 'Plejechefen',
    dueAfterDays: 45,
    resolvedAfterDays: 60,
  },
  {
    after: [4, 6],
    kind: 'data',
    what: 'Fravær i weekender bliver først indberettet efter lønkørslen.',
    action: 'Lønkontoret henter en ekstra fil midt i måneden.',
    actionBy: 'Lønkontoret',
    dueAfterDays: 30,
    resolvedAfterDays: 41,
  },
  {
    after: [9, 20],
    kind: 'leadership',
    what: 'Lederskifte på to arbejdspladser; de nye kender ikke aftalen.',
    action: 'Kursus for nye ledere og en opfølgning efter tre måneder.',
    actionBy: 'Fastholdelse Øst',
    dueAfterDays: 120,
    resolvedAfterDays: 140,
  },
  {
    after: [14, 3],
    kind: 'staffing',
    what: 'Ubesatte stillinger gør det svært at bruge delvis raskmelding.',
    action: 'Fælles vikarkorps for arbejdspladserne i partnerskabet.',
    actionBy: 'HR, Fjordby Kommune',
    dueAfterDays: 180,
  },
  {
    after: [20, 10],
    kind: 'cooperation',
    what: 'Lang ventetid på fysioterapeut: henvisninger bliver for sene.',
    action: '',
    actionBy: 'Fastholdelse Øst',
    dueAfterDays: 60,
  },
];

const dayAfter = (from: LocalDate, [months, days]: readonly [number, number]): LocalDate =>
  addDays(addMonths(from, months), days);

/** Money in and out and what stood in the way, each recorded on its day; what has not come yet is not there. */
export const seedLedger = async (
  context: INestApplicationContext,
  clock: SettableClock,
  { id, from, steering, provider }: SeededPartnership,
  endOn: LocalDate,
): Promise<void> => {
  const capital = context.get(CapitalService);
  const { parties } = await capital.list(provider, id, { page: 1, pageSize: 1 });
  for (const { after, party, purpose = null, ...entry } of ENTRIES) {
    const onDay = dayAfter(from, after);
    const partyId = parties.find(({ name }) => name === party)?.id;
    if (onDay > endOn || partyId === undefined) continue;
    clock.set(onDay);
    await capital.record(provider, id, { ...entry, purpose, partyId, onDay });
  }
  clock.set(endOn);
  const barriers = context.get(BarriersService);
  for (const { after, dueAfterDays, resolvedAfterDays, ...barrier } of BARRIERS) {
    const seenOn = dayAfter(from, after);
    if (seenOn > endOn) continue;
    const resolved = resolvedAfterDays === undefined ? null : addDays(seenOn, resolvedAfterDays);
    await barriers.record(steering, id, {
      ...barrier,
      seenOn,
      unitId: null,
      dueOn: addDays(seenOn, dueAfterDays),
      resolvedOn: resolved !== null && resolved <= endOn ? resolved : null,
    });
  }
};
