import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../disclosure/index.js';
import { ARMS, type Arm } from '../../partnerships/index.js';
import { PageView } from '../../platform/http/page.js';
import type { Oere } from '../../shared/money.js';
import type { InferenceMethod } from '../../evidence/inference-choice.js';
import { LAB_MEASURES, type LabMeasure } from './domain/indicator-moments.js';
import type { LabRefusal } from './domain/recommendation.js';
import { SHOWN_RULES, type TrialAnswer, type TriedRule } from './domain/trial.js';
import { BASES, RULES, TrialQuestionDto } from './lab.dto.js';
import { LAB_FAILURES, LAB_STATES, type LabFailure, type LabState } from './labs.repository.js';

const REFUSALS = [
  'too-few-treated',
  'p-out-of-reach',
  'no-interval',
] as const satisfies readonly LabRefusal[];
const INFERENCES = [
  'HC3',
  'cluster-robust',
  'wild-cluster-bootstrap',
  'randomisation',
] as const satisfies readonly InferenceMethod[];
const Refused = () => ApiProperty({ enum: REFUSALS, enumName: 'LabRefusal', nullable: true });
const Measured = () => ApiProperty({ enum: LAB_MEASURES, enumName: 'IndicatorMeasure' });

export class LabUnitView {
  id: string;
  name: string;
  employer: string;
  @ApiProperty({ enum: ARMS, enumName: 'Arm' })
  arm: Arm;
}

/** The figures that terms are tried on: none yet where the state is null. */
export class LabView {
  partnershipId: string;
  id: string | null;
  @ApiProperty({ enum: LAB_STATES, enumName: 'LabState', nullable: true })
  state: LabState | null;
  @ApiProperty({ enum: LAB_FAILURES, enumName: 'LabFailure', nullable: true })
  failure: LabFailure | null;
  /** The months that were read. */
  from: string | null;
  to: string | null;
  employers: number;
  employersDone: number;
  provisional: boolean;
  units: LabUnitView[];
  createdAt: string | null;
  abilities: string[];
}

/** What power rests on. Persons and what follows from own figures have two digits. */
export class LabFiguresView {
  persons?: number;
  mean?: number;
  variation: number;
  correlation: number;
  /** null where too few units tell; .02 is assumed. */
  @ApiProperty({ type: Number, nullable: true })
  intraclassCorrelation: number | null;
  unitSize: number;
  @ApiProperty({ type: Number, nullable: true, required: false })
  unitCorrelation?: number | null;
}

export class DetectableView {
  treated: number;
  compared: number;
  differenceInDifferences: number;
  covariance: number;
}

export class TriedIndicatorView {
  @Measured()
  measure: LabMeasure;
  figures: LabFiguresView | null;
  @ApiProperty({ enum: REASONS, enumName: 'HiddenReason', nullable: true })
  reason: Reason | null;
  @ApiProperty({ type: Number, nullable: true })
  topShare: number | null;
  /** The chosen size first. */
  detectable: DetectableView[];
}

export class TriedRuleView {
  @ApiProperty({ enum: SHOWN_RULES, enumName: 'TriedRuleName' })
  rule: TriedRule['rule'];
  threshold: number;
  forNothing: number;
  @ApiProperty({ type: Number, nullable: true })
  forNothingSimulated: number | null;
  atTarget: number;
}

export class FalsePaymentView {
  persons: number;
  /** At 5, 7.5, 10 and 15 per cent. */
  point: number[];
  lowerBound: number;
}

export class PaymentView {
  effect: number;
  chance: number;
  mean: Oere;
  low: Oere;
  middle: Oere;
  high: Oere;
}

export class ReturnView {
  excess: number;
  correlation: number;
  expected: number;
}

export class SuitabilityView {
  @Measured()
  measure: LabMeasure;
  personsNeeded: number;
  unitsNeeded: number;
  power: number;
}

export class LabArms {
  treated: number;
  comparison: number;
}

export class LabSizes {
  treated: number;
  compared: number;
}

export class SimulationView {
  runs: number;
  seed: number;
}

export class TrialAnswerView {
  units: LabArms;
  sizes: LabSizes;
  /** Persons of the largest unit over those of the mean one. */
  imbalance: number;
  smallestP: number;
  @ApiProperty({ enum: INFERENCES, enumName: 'InferenceMethod' })
  inference: InferenceMethod;
  @Refused()
  refusal: LabRefusal | null;
  indicators: TriedIndicatorView[];
  rules: TriedRuleView[];
  falsePayments: FalsePaymentView[];
  payments: PaymentView[];
  recommendedPayments: PaymentView[];
  regression: ReturnView | null;
  /** The indicator that needs the fewest persons first. */
  suitable: SuitabilityView[];
  simulation: SimulationView | null;
}

export class TrialView {
  id: string;
  madeAt: string;
  question: TrialQuestionDto;
  @ApiProperty({ type: () => TrialAnswerView })
  answer: TrialAnswer;
}

export class TrialRow {
  id: string;
  madeAt: string;
  @Measured()
  measure: LabMeasure;
  @ApiProperty({ enum: BASES, enumName: 'LabBasis' })
  basis: (typeof BASES)[number];
  @ApiProperty({ enum: RULES, enumName: 'LabRule' })
  rule: (typeof RULES)[number];
  threshold: number;
  treatedUnits: number;
  comparedUnits: number;
  @Refused()
  refusal: LabRefusal | null;
  /** How often anything is paid without effect; null where that could not be told. */
  @ApiProperty({ type: Number, nullable: true })
  forNothing: number | null;
}

export class TrialPage extends PageView {
  items: TrialRow[];
}
