import { introductionSource } from './introductions.source.js';
import type { Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { SourceReasons } from './domain/reason.js';
import type { RuleSettings } from './domain/rules.js';
import { manyNewSpells } from './spell-chart.source.js';
import { wellbeingSource } from './wellbeing.source.js';

export interface SourceQuestion {
  readonly tenantId: string;
  readonly on: LocalDate;
  readonly settings: RuleSettings;
  /** The people who can be told as line managers: those with a hat. */
  readonly leaders: ReadonlySet<string>;
}

/** Where reasons come from that are not one person's absence: each tells all it has of an employer, in whole sets. */
export type ReasonSource = (tx: Tx, question: SourceQuestion) => Promise<SourceReasons>;

export const reasonSources: readonly ReasonSource[] = [introductionSource, wellbeingSource, manyNewSpells];
