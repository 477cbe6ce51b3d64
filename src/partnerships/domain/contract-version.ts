import type { LocalDate } from '../../shared/local-date.js';
import { beginsCut } from './fixed-period.js';
import { faultsOfContract, type ContractFault } from './contract-faults.js';
import type { ContractContent } from './contract.js';

/** A version as it is agreed to: what its hash is taken of. */
export interface DatedContent {
  readonly partnershipId: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly content: ContractContent;
}

/** What a version follows on. */
export interface Before {
  readonly validFrom: LocalDate;
  readonly content: ContractContent;
}

const faultIf = (wrong: boolean, field: string, code: string): ContractFault[] =>
  wrong ? [{ field, code }] : [];

// An addendum looks ahead and begins with a settlement period, so that no period is settled by two versions and none
// that is over by another than its own (definitions 9.8).
const faultsOfAddendum = (now: DatedContent, before: Before, today: LocalDate): ContractFault[] => {
  const { validFrom, content } = now;
  const stood = new Map(before.content.units.map((unit) => [unit.unitId, unit.from]));
  return [
    ...faultIf(validFrom <= before.validFrom, 'validFrom', 'not-after-version-before'),
    ...faultIf(validFrom < today, 'validFrom', 'in-the-past'),
    ...faultIf(!beginsCut(validFrom, before.content.settlementCut), 'validFrom', 'within-a-period'),
    ...faultIf(content.period.from !== before.content.period.from, 'period.from', 'begun-already'),
    ...content.units.flatMap(({ unitId, from }, place) => {
      const since = stood.get(unitId);
      return since === undefined
        ? faultIf(from < validFrom, `units.${place}.from`, 'before-addendum')
        : faultIf(from !== since, `units.${place}.from`, 'joined-already');
    }),
  ];
};

/** Everything that stands against a version: of its content, of its day, and against what it follows on. */
export const faultsOfVersion = (
  now: DatedContent,
  before: Before | null,
  today: LocalDate,
): readonly ContractFault[] => [
  ...faultsOfContract(now.content),
  ...(before
    ? faultsOfAddendum(now, before, today)
    : faultIf(now.validFrom !== now.content.period.from, 'validFrom', 'not-first-day')),
];
