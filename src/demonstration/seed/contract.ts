import type { INestApplicationContext } from '@nestjs/common';
import type { HatActor } from '../../access/index.js';
import {
  ContractAgreementsService,
  ContractDraftsService,
  ContractsService,
  refusalOf,
  type ContractContent,
  type PartyRole,
  type Sight,
  type Term,
} from '../../partnerships/index.js';
import { addDays, addMonths, firstOfMonth, localDate, type LocalDate } from '../../shared/local-date.js';
import type { SettableClock } from './settable-clock.js';

/** The partnership and those who speak for its parties. */
export interface SeededPartnership {
  readonly id: string;
  readonly from: LocalDate;
  readonly steering: HatActor;
  readonly provider: HatActor;
  readonly payer: HatActor;
}

/** Those beside the employers, which are parties by their workplaces. */
export const PARTIES = [
  { role: 'provider', name: 'Fastholdelse Øst', sees: ['figures', 'effect', 'money', 'minutes'] },
  { role: 'payer', name: 'Fjordby Kommune, Økonomi', sees: ['figures', 'effect', 'money', 'minutes'] },
  { role: 'investor', name: 'Fjordbanken Social Kapital', sees: ['figures', 'effect', 'money'] },
  { role: 'evaluator', name: 'Analysehuset Sund', sees: ['figures', 'effect', 'money', 'minutes'] },
  { role: 'observer', name: 'FOA Fjordby', sees: ['figures', 'minutes'] },
] as const satisfies readonly { role: PartyRole; name: string; sees: readonly Sight[] }[];

const DAYS: Term = {
  kind: 'effect',
  id: 'days-cut-at-30',
  purse: 'employer',
  evidence: 'lower-bound',
  attribution: '0.9',
  threshold: null,
  rate: 190_000,
  costs: 15_000_000,
  share: '0.5',
};
const COURSES: Term = { kind: 'delivery', id: 'Lederkurser', price: 4_500_000 };

const agreedIn = (draft: ContractContent): ContractContent => {
  const treated = draft.units.filter((unit) => unit.arm === 'in').length;
  const arms = { treated, comparison: draft.units.length - treated };
  const paysByEffect = refusalOf('lot', arms, 0.05) === null;
  const indicator = { definitionVersion: '2026-1', purse: 'employer' } as const;
  return {
    ...draft,
    parties: draft.parties.map((party) => ({
      ...party,
      sees: PARTIES.find(({ name }) => name === party.name)?.sees ?? party.sees,
    })),
    tracks: ['prevention', 'learning'],
    choice: 'lot',
    indicators: [
      {
        ...indicator,
        id: 'days-cut-at-30',
        measure: 'days-cut-at-30',
        contractUse: paysByEffect ? 'payment' : 'reported',
      },
      { ...indicator, id: 'days', measure: 'days', contractUse: 'reported' },
      { ...indicator, id: 'spells', measure: 'spells', contractUse: 'reported' },
      { ...indicator, id: 'long-spells', measure: 'long-spells', contractUse: 'reported' },
    ],
    targets: [
      { indicatorId: 'days-cut-at-30', reduction: '0.1' },
      { indicatorId: 'long-spells', reduction: '0.15' },
    ],
    payment: {
      payersPurse: 'employer',
      terms: paysByEffect ? [DAYS, COURSES] : [COURSES],
      periodCap: 120_000_000,
      contractCap: 600_000_000,
      carriesOver: true,
      vat: '0.25',
    },
    guardrails: [
      { name: 'completeness', side: 'at-least', limit: '0.98' },
      { name: 'leavers', side: 'at-most', limit: '0.18' },
      { name: 'relapse', side: 'at-most', limit: '0.4' },
      { name: 'wellbeing', side: 'at-least', limit: '55' },
      { name: 'presenteeism', side: 'at-most', limit: '1.2' },
      { name: 'experience', side: 'at-least', limit: '3' },
    ],
    waterfall: { principal: 250_000_000, returnCap: 30_000_000, investorsPart: '0.3' },
    shocks: shocksOf(draft),
    settlementCut: 'half-year',
  };
};

const shocksOf = ({ period, units }: ContractContent): ContractContent['shocks'] => {
  const [first] = units.filter((unit) => unit.arm === 'in');
  const strike = addMonths(period.from, 4);
  return [
    {
      kind: 'strike',
      name: 'Varslet konflikt på det kommunale område',
      from: strike,
      to: addDays(addMonths(strike, 1), -1),
      unitIds: null,
    },
    {
      kind: 'payroll-change',
      name: 'Nyt lønsystem tages i brug',
      from: addMonths(period.from, 10),
      to: addDays(addMonths(period.from, 11), -1),
      unitIds: first ? [first.unitId] : null,
    },
  ];
};

/** Written and proposed by the municipality, agreed by the provider. */
const agreeOn = async (
  context: INestApplicationContext,
  { id, steering, provider }: SeededPartnership,
  change: (draft: ContractContent) => ContractContent,
  { validFrom, reason }: { readonly validFrom: LocalDate; readonly reason: string },
): Promise<void> => {
  const [contracts, drafts] = [context.get(ContractsService), context.get(ContractDraftsService)];
  const agreements = context.get(ContractAgreementsService);
  const version = await drafts.start(steering, id);
  const content = change(await drafts.read(steering, id, version));
  await drafts.save(steering, id, version, { content, validFrom, reason, revision: 1 });
  await agreements.propose(steering, id, version);
  const { hash } = await contracts.version(provider, id, version);
  await agreements.agree(provider, id, { version, hash });
};

/** Agreed before its first day, so that plans can be saved before there are figures. Leaves the clock on that day. */
export const seedContract = (
  context: INestApplicationContext,
  clock: SettableClock,
  partnership: SeededPartnership,
): Promise<void> => {
  clock.set(addDays(partnership.from, -14));
  return agreeOn(context, partnership, agreedIn, { validFrom: partnership.from, reason: '' });
};

/** From the first half-year that begins a year in, where that has come: a later date to object, and other leave watched. Leaves the clock on the day of agreeing. */
export const seedAddendum = async (
  context: INestApplicationContext,
  clock: SettableClock,
  partnership: SeededPartnership,
  endOn: LocalDate,
): Promise<void> => {
  const validFrom = halfYearFrom(addMonths(partnership.from, 12));
  if (validFrom >= endOn) return;
  clock.set(addDays(validFrom, -20));
  await agreeOn(
    context,
    partnership,
    (content) => ({
      ...content,
      disputeDays: 45,
      guardrails: [...content.guardrails, { name: 'other-leave', side: 'at-most', limit: '1.3' }],
    }),
    { validFrom, reason: 'Aftalt på styregruppemødet efter første år' },
  );
};

const halfYearFrom = (day: LocalDate): LocalDate => {
  const year = Number(day.slice(0, 4));
  const starts = [`${year}-01-01`, `${year}-07-01`, `${year + 1}-01-01`].map(localDate);
  return starts.find((start) => start >= firstOfMonth(day)) ?? day;
};
