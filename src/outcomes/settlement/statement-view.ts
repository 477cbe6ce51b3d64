import type { OutcomeView, SettledView, StatementView } from './settlement.view.js';
import type { SettlementStatement } from './statement.js';

type Outcome = SettlementStatement['outcomes'][number];

const outcomeView = ({
  baselineMonths,
  provisionalMonths,
  sensitivities,
  ...outcome
}: Outcome): OutcomeView => ({
  ...outcome,
  baselineMonths: [...baselineMonths],
  provisionalMonths: [...provisionalMonths],
  sensitivities: [...sensitivities],
});

const settledView = ({ terms, guardrails, ...amounts }: SettlementStatement['settled']): SettledView => ({
  ...amounts,
  terms: terms.map(({ lines, ...term }) => ({ ...term, lines: [...lines] })),
  guardrails: [...guardrails],
});

/** What of a statement its page shows. */
export const statementView = ({
  parties,
  population,
  completeness,
  outcomes,
  hidden,
  settled,
  knownOn,
  disputeDays,
  rounding,
}: SettlementStatement): StatementView => ({
  parties: [...parties],
  population,
  completeness: { ...completeness, provisionalMonths: [...completeness.provisionalMonths] },
  outcomes: outcomes.map(outcomeView),
  hidden: [...hidden],
  settled: settledView(settled),
  knownOn,
  disputeDays,
  rounding,
});
