import { soundContract } from '../../../test/factories/contract.js';
import { localDate } from '../../shared/local-date.js';
import { faultsOfContract } from './contract-faults.js';
import { faultsOfVersion } from './contract-version.js';
import type { ContractContent } from './contract.js';

const sound = soundContract();
const paying = (...terms: ContractContent['payment']['terms']) => ({ payment: { ...sound.payment, terms } });
const faults = (over: Partial<ContractContent>) =>
  faultsOfContract({ ...sound, ...over }).map(({ field, code }) => `${field} ${code}`);

describe('what stands against a contract', () => {
  it('is nothing where it is sound', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<ContractContent>, string]>([
    ['no name', { name: ' ' }, 'name empty'],
    ['one party', { parties: sound.parties.slice(0, 1) }, 'parties fewer-than-two'],
    ['no track', { tracks: [] }, 'tracks none'],
    [
      'a start within a month',
      { period: { ...sound.period, from: localDate('2025-07-02') } },
      'period.from not-first-of-month',
    ],
    [
      'a baseline of a year',
      { baseline: { ...sound.baseline, months: 12 } },
      'baseline.months not-24-months',
    ],
    ['nobody in', { units: sound.units.slice(4) }, 'units none-in'],
    ['a workplace twice', { units: [...sound.units, ...sound.units.slice(0, 1)] }, 'units.23 twice'],
    [
      'a target of everything',
      { targets: [{ indicatorId: 'days', reduction: '1' }] },
      'targets.0.reduction not-a-part',
    ],
    [
      'a target of what is not measured',
      { targets: [{ indicatorId: 'luck', reduction: '0.1' }] },
      'targets.0.indicatorId unknown-indicator',
    ],
    ['no term', paying(), 'payment.terms none'],
    [
      'payment by what is only reported',
      { indicators: sound.indicators.map((one) => ({ ...one, contractUse: 'reported' })) },
      'payment.terms.0.id no-paying-indicator',
    ],
    [
      "a saving in another's purse (definitions 9.3)",
      { payment: { ...sound.payment, payersPurse: 'state' } },
      'payment.terms.0.purse not-the-payers-purse',
    ],
    [
      "the first 30 days in another's purse (definitions 9.3)",
      { indicators: sound.indicators.map((one) => ({ ...one, measure: 'days-cut-at-30', purse: 'state' })) },
      'indicators.0.purse saves-only-the-employer',
    ],
    [
      'a shrunk rule without the spread',
      paying(
        ...sound.payment.terms.map((term) =>
          term.kind === 'effect' ? { ...term, evidence: 'shrunk' as const } : term,
        ),
      ),
      'evidence.tau wanted-by-shrunk',
    ],
    [
      'a strike at another workplace',
      { shocks: sound.shocks.map((shock) => ({ ...shock, unitIds: ['elsewhere'] })) },
      'shocks.0.unitIds unknown-unit',
    ],
    // Definitions 9.5: with 18 compared with, the rank of the treated is 1 of 19 at best.
    ['an effect that chance may give', { units: sound.units.slice(0, -1) }, 'payment.terms p-out-of-reach'],
    ['three workplaces in', { units: sound.units.slice(1) }, 'payment.terms too-few-treated'],
  ])('is said of %s', (_, over, fault) => {
    expect(faults(over)).toContain(fault);
  });

  it('is nothing where few workplaces pay by delivery or count', () => {
    const visits = { kind: 'delivery', id: 'visits', price: 350_000 } as const;
    expect(faults({ units: sound.units.slice(1), ...paying(visits) })).toEqual([]);
  });
});

describe('what stands against an addendum', () => {
  const now = (over: Partial<ContractContent>, validFrom = '2026-07-01') => ({
    partnershipId: 'p',
    version: 2,
    validFrom: localDate(validFrom),
    content: { ...sound, ...over },
  });
  const before = { validFrom: localDate('2025-07-01'), content: sound };
  const today = localDate('2026-03-11');
  const codes = (over: Partial<ContractContent>, validFrom?: string) =>
    faultsOfVersion(now(over, validFrom), before, today).map(({ field, code }) => `${field} ${code}`);

  it('is nothing where a workplace joins with a later period', () => {
    const joining = sound.units.slice(0, 1).map((unit) => ({
      ...unit,
      unitId: '0196a1f0-0000-7000-8000-000000000199',
      from: localDate('2026-07-01'),
    }));
    expect(codes({ units: [...sound.units, ...joining] })).toEqual([]);
  });

  it('keeps what is over as it was', () => {
    expect(codes({}, '2026-01-01')).toContain('validFrom in-the-past');
    expect(codes({}, '2025-07-01')).toContain('validFrom not-after-version-before');
    // Half-years are settled: 1 October is within one.
    expect(codes({}, '2026-10-01')).toEqual(['validFrom within-a-period']);
    expect(
      codes({ units: sound.units.map((unit) => ({ ...unit, from: localDate('2026-01-01') })) }),
    ).toContain('units.0.from joined-already');
  });

  it('holds the first version to the first day', () => {
    const first = faultsOfVersion(now({}, '2025-08-01'), null, today);
    expect(first).toEqual([{ field: 'validFrom', code: 'not-first-day' }]);
  });
});
