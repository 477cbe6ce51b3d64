import type { Stage } from './stage.js';

type Figures = Readonly<Record<string, unknown>>;

/** What one subject prints. Times are milliseconds unless their name says otherwise. */
export interface Report {
  readonly subject: string;
  readonly size: Readonly<Record<string, number>>;
  readonly ours: Figures;
  /** The named limit, measured in the same run on the same machine and server. */
  readonly limit: Figures;
  /** Ours over the limit. */
  readonly ratio: number;
  /** The same by processor time, which neighbours on the machine disturb less; null where it is not known. */
  readonly processorRatio?: number | null;
  readonly goal: string;
  readonly met: boolean;
  /** How far apart repeated measurements of the same thing lay, as shares of their median; null where there was one. */
  readonly noise: Readonly<Record<string, number | null>>;
}

/** Measures one thing on a prepared stage. */
export type Subject = (stage: Stage) => Promise<Report>;
