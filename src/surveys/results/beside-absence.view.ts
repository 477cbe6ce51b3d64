import { ApiProperty } from '@nestjs/swagger';
import { ResultRoundView, ResultScaleView } from './results.view.js';

export class IntervalView {
  low: number;
  high: number;
}

export class RateView {
  value: number;
  @ApiProperty({ type: () => IntervalView, nullable: true })
  interval: IntervalView | null;
}

/** A unit whose score is shown, with its absence; null where too few were employed. */
export class BesideUnitView {
  unitId: string;
  name: string;
  /** Of the unit above it: teams of two workplaces may share a name. */
  @ApiProperty({ type: String, nullable: true })
  parentName: string | null;
  answers: number;
  mean: number;
  low: number;
  high: number;
  personYears: number;
  /** Share of possible days. */
  @ApiProperty({ type: () => RateView, nullable: true })
  absenceRate: RateView | null;
  /** Spells begun, per person-year. */
  @ApiProperty({ type: () => RateView, nullable: true })
  spells: RateView | null;
}

export class AssociationView {
  correlation: number;
  low: number;
  high: number;
  units: number;
}

export class BesideAbsenceView {
  round: ResultRoundView;
  scales: ResultScaleView[];
  scaleId: string;
  /** The months of the absence. */
  from: string;
  to: string;
  units: BesideUnitView[];
  /** Between the scores and the absence rates of units; null for too few of them. */
  @ApiProperty({ type: () => AssociationView, nullable: true })
  association: AssociationView | null;
  abilities: string[];
}
