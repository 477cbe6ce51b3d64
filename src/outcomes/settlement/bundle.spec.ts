import { sign } from 'node:crypto';
import fc from 'fast-check';
import {
  contractContent,
  effectPlan,
  signedBundle,
  snapshotOf,
  spellCells,
} from '../../../test/factories/settlement.js';
import { readBundle } from './bundle.dto.js';
import {
  bundleText,
  sealFaults,
  signedText,
  verifyBundle,
  type Bundle,
  type BundleContent,
} from './bundle.js';
import { snapshotText, type Snapshot } from './domain/snapshot.js';
import { statementOf } from './statement.js';

const { bundle, key } = signedBundle();
const text = bundleText(bundle);

const isWhole = (changed: string): boolean => {
  try {
    return sealFaults(readBundle(changed), changed).every(({ same }) => same);
  } catch {
    return false;
  }
};

/** Somebody with a key of the right kind who has changed what is signed. */
const signedAnew = (content: BundleContent): Bundle => ({
  content,
  signature: sign(null, Buffer.from(signedText(content)), key).toString('hex'),
});

const differingIn = (content: BundleContent): string[] => {
  const changed = signedAnew(content);
  return verifyBundle(changed, bundleText(changed)).flatMap(({ check, same }) => (same ? [] : [check]));
};

describe('a snapshot', () => {
  it('gives the same bytes in whatever order its cells were read', () => {
    const contract = contractContent();
    const cells = spellCells(effectPlan(contract));
    const once = snapshotText(snapshotOf(contract, cells));
    fc.assert(
      fc.property(fc.shuffledSubarray(cells, { minLength: cells.length }), (shuffled) => {
        expect(snapshotText(snapshotOf(contract, shuffled))).toBe(once);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a statement', () => {
  it('tells no count below the number of the strictest employer, and no figure that few stand behind', () => {
    const { contract, plans, snapshot, estimates } = bundle.content;
    const raised: Snapshot = { ...snapshot, limits: { count: 75 }, guardrailsOfFew: ['completeness'] };
    const told = statementOf(
      { contract: contract.content, plans, snapshot: raised, corrects: null },
      estimates,
    );
    // 80 came and 70 left: 70 is few where 75 is asked for, and 900 + 80 - 910 would be 70.
    expect(told.population.treated).toMatchObject({ atStart: 900, joined: null, left: null, atEnd: 910 });
    expect(told.population.comparison).toMatchObject({ joined: null, left: null });
    expect(told.completeness.correctedSpells).toBeNull();
    expect(told.settled.guardrails).toMatchObject([{ name: 'completeness', figure: null, state: 'kept' }]);
    expect(told.settled.net).toBe(bundle.content.statement.settled.net);
  });
});

describe('a bundle', () => {
  it('is computed again from nothing but its file', () => {
    const again = readBundle(text);
    expect(verifyBundle(again, text).filter(({ same }) => !same)).toEqual([]);
    // 0.8 of the lower bound at 9,000 kr., less 100,000 kr., half of it, and four visits at 3,500 kr.
    const { settled, outcomes } = again.content.statement;
    const [bound] = outcomes.map(({ payingBound }) => Number(payingBound));
    const half = Math.round((Math.round((bound ?? NaN) * 0.8 * 900_000) - 10_000_000) / 2);
    expect(Math.abs(settled.earned - half - 1_400_000)).toBeLessThanOrEqual(1);
    expect(settled.guardrails).toMatchObject([{ name: 'completeness', state: 'kept' }]);
  });

  it('with one changed byte is refused, wherever it lies', () => {
    expect(isWhole(text)).toBe(true);
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(bytes);
        changed[place] = (bytes[place] ?? 0) ^ change;
        expect(isWhole(changed.toString('utf8'))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('that was signed anew over changed figures is seen through by what differs', () => {
    const { content } = bundle;
    const [indicator] = content.snapshot.indicators;
    const [cell, ...others] = indicator?.cells ?? [];
    const cells = cell ? [{ ...cell, amount: '1' }, ...others] : [];
    const snapshot = { ...content.snapshot, indicators: [{ id: 'spells', cells }] };
    expect(differingIn({ ...content, snapshot })).toEqual(['snapshot', 'estimates', 'statement']);
    const settled = { ...content.statement.settled, net: content.statement.settled.net + 1 };
    expect(differingIn({ ...content, statement: { ...content.statement, settled } })).toEqual(['statement']);
    const [step, approve, signed] = content.steps;
    if (!step || !approve || !signed) throw new Error('the bundle has three steps');
    expect(differingIn({ ...content, steps: [step, approve, { ...signed, hatId: approve.hatId }] })).toEqual([
      'four-eyes',
    ]);
    const sameHands = [step, approve, { ...signed, person: approve.person }];
    expect(differingIn({ ...content, steps: sameHands })).toEqual(['four-eyes']);
    const plans = content.plans.map((plan) => ({ ...plan, plan: { ...plan.plan, level: '0.2' } }));
    expect(differingIn({ ...content, plans })).toEqual(['plans', 'estimates', 'statement']);
  });

  it('signed with another key than the operator has published is told apart', () => {
    const other = signedBundle().bundle.content.publicKey;
    expect(verifyBundle(bundle, text, bundle.content.publicKey).every(({ same }) => same)).toBe(true);
    expect(verifyBundle(bundle, text, other)[1]).toEqual({
      check: 'signature',
      same: false,
      differs: ['publicKey'],
    });
  });

  it('that is none is refused in words', () => {
    expect(() => readBundle('[]')).toThrow('no bundle');
    expect(() => readBundle('{"content":{"format":"other"},"signature":""}')).toThrow('another form');
    const { contract, publicKey, ...content } = bundle.content;
    expect([typeof contract, typeof publicKey]).toEqual(['object', 'string']);
    expect(() => readBundle(JSON.stringify({ ...bundle, content }))).toThrow(
      'the bundle lacks contract, publicKey',
    );
  });
});
