import type { ContractIndicator, IndicatorMeasure } from '../../partnerships/index.js';
import { DANISH } from './pack-words.danish.js';
import { ENGLISH } from './pack-words.english.js';

/** Parts of a pack that are tables of words, in the order in which they are printed. */
export const PACK_TABLES = [
  'completeness',
  'tracks',
  'indicators',
  'fidelity',
  'settlement',
  'barriers',
  'minutes',
  'sign-offs',
] as const;
export type PackTableKey = (typeof PACK_TABLES)[number];

export interface TableWords {
  readonly heading: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly empty: string;
}

/** Every word of a pack that is not a name or a figure. */
export interface PackWords {
  readonly inShort: string;
  readonly kicker: string;
  readonly noFigure: string;
  readonly tables: Readonly<Record<PackTableKey, TableWords>>;
  readonly absence: (rate: string) => string;
  readonly absenceHidden: string;
  readonly lower: (points: string) => string;
  readonly higher: (points: string) => string;
  readonly unchanged: string;
  readonly noComparison: string;
  readonly contact: (share: string, due: string) => string;
  readonly contactHidden: string;
  readonly noSignals: string;
  readonly notMeasured: string;
  readonly noStatement: string;
  readonly lastStatement: (days: string, state: string, net: string) => string;
  readonly noContract: string;
  readonly barriers: (open: number, late: number) => string;
  readonly provisional: (months: string) => string;
  readonly notProvisional: string;
  readonly hidden: (count: number) => string;
  readonly signed: (parties: string) => string;
  readonly notSigned: string;
  readonly completeness: {
    readonly knownUntil: string;
    readonly unknown: string;
    readonly provisional: string;
    readonly none: string;
    readonly hidden: string;
    readonly contract: string;
    readonly version: (version: number) => string;
  };
  readonly measures: Readonly<Record<IndicatorMeasure, string>>;
  readonly uses: Readonly<Record<ContractIndicator['contractUse'], string>>;
  readonly fall: (percent: string) => string;
  readonly noTarget: string;
  readonly effectNotMeasured: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly range: (avoided: string, lower: string, upper: string) => string;
  readonly effectHidden: string;
  readonly notPreregistered: string;
  readonly fidelityKinds: Readonly<Record<string, string>>;
  readonly waited: (days: number) => string;
  readonly fidelityStates: Readonly<Record<string, string>>;
  readonly settlementStates: Readonly<Record<string, string>>;
  readonly barrierKinds: Readonly<Record<string, string>>;
  readonly everywhere: string;
  readonly open: string;
  readonly late: string;
  readonly resolved: (day: string) => string;
  readonly agenda: {
    readonly approve: string;
    readonly figures: string;
    readonly effect: string;
    readonly settlement: string;
    readonly barriers: string;
    readonly next: string;
    readonly other: string;
    readonly meeting: string;
    readonly inThisPack: string;
    readonly openOnes: (open: number) => string;
  };
}

export const packWords = (language: 'da' | 'en'): PackWords => (language === 'da' ? DANISH : ENGLISH);
