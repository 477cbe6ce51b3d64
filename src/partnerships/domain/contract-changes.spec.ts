import { soundContract } from '../../../test/factories/contract.js';
import { contractChanges } from './contract-changes.js';
import type { ContractContent, Sight } from './contract.js';
import { visibleContract } from './visible-contract.js';

const before = soundContract();
const all = new Set(['figures', 'effect', 'money', 'minutes'] as const);
const changed = (over: Partial<ContractContent>, sight: ReadonlySet<Sight> = all) =>
  contractChanges(visibleContract(before, sight), visibleContract({ ...before, ...over }, sight));
const lines = (...given: Parameters<typeof changed>): string[] =>
  changed(...given).map(({ kind, section, item, field, before: then, after }) =>
    [kind, section, item, field, then, after].join(' | '),
  );

describe('what one version says otherwise than another', () => {
  it('is nothing where they say the same', () => {
    expect(lines({})).toEqual([]);
  });

  it('is told field by field, and by the name of an item', () => {
    const { payment, parties, units } = before;
    const over = {
      disputeDays: 45,
      parties: parties.map((party) => (party.role === 'observer' ? { ...party, sees: [] } : party)),
      units: units.slice(1),
      payment: {
        ...payment,
        terms: payment.terms.map((term) => ({ ...term, rate: 200_000 })),
        periodCap: null,
      },
      guardrails: [...before.guardrails, { name: 'leavers', side: 'at-most', limit: '0.2' } as const],
      waterfall: null,
    };
    expect(lines(over)).toEqual([
      'changed | parties | FOA | sees | figures | ',
      'removed | units | Arbejdsplads 1 |  |  | ',
      'changed | payment | days | rate | 180000 | 200000',
      'changed | payment |  | periodCap | 50000000 | ',
      'added | guardrails | leavers |  |  | ',
      'changed | waterfall |  | principal | 300000000 | ',
      'changed | waterfall |  | returnCap | 36000000 | ',
      'changed | waterfall |  | investorsPart | 0.4 | ',
      'changed | disputeDays |  |  | 30 | 45',
    ]);
  });

  it('tells a party nothing of what it does not see', () => {
    const over = {
      payment: { ...before.payment, periodCap: 1 },
      units: before.units.filter((unit) => unit.arm === 'in'),
      evidence: { ...before.evidence, level: '0.1' },
    };
    expect(changed(over, new Set())).toEqual([]);
    expect(changed(over)).toHaveLength(21);
  });
});
