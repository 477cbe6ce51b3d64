import { ApiProperty } from '@nestjs/swagger';
import { UNIT_KINDS, type UnitKind } from '../organisations/index.js';
import { PageView } from '../platform/http/page.js';

export class PeriodView {
  from: string;
  to: string;
}

export class KnownUntilView {
  source: string;
  until: string;
}

/** A measure of a period beside the same months a year earlier; null where there is nothing to count or compare. */
export class FigureView {
  value: number | null;
  previous: number | null;
  numerator: number | null;
  denominator: number | null;
}

export class TilesView {
  /** Employed today; a year ago beside it. */
  employees: FigureView;
  /** Share of possible days: 0.05 is 5 %. */
  absenceRate: FigureView;
  daysPerFte: FigureView;
  /** Spells that ended, per full-year employee. */
  spellsPerPersonYear: FigureView;
  spellsBegunPerPersonYear: FigureView;
  /** Calendar days per spell that ended. */
  meanLength: FigureView;
  /** Share of the days in spells of 1-14 and of more than 30 calendar days; 15-30 is the rest. */
  shortShare: FigureView;
  longShare: FigureView;
  /** Work injury, beside the absence rate and not in it. */
  injuryRate: FigureView;
  /** Absent today with any kind of own sickness; a year ago beside it. */
  openSpells: FigureView;
}

export class MonthFigureView {
  /** `yyyy-mm` */
  month: string;
  absenceRate: number | null;
  previousRate: number | null;
  daysPerFte: number | null;
  /** Begun in the month. */
  spells: number;
  provisional: boolean;
}

export class UnitFiguresView {
  id: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;
  /** Units right below it. */
  children: number;
  employees: number;
  openSpells: number;
  absenceRate: FigureView;
  daysPerFte: FigureView;
  spellsPerPersonYear: FigureView;
}

export class UnitFiguresPage extends PageView {
  items: UnitFiguresView[];
}

/** What does not depend on who looks. */
export class FiguresView {
  /** What the tiles and units are about: twelve whole months, or fewer where absence has not been recorded as long. */
  period: PeriodView;
  /** The same months a year earlier; null where absence was not recorded then. */
  comparison: PeriodView | null;
  /** Whether some months of the period may still change much. */
  provisional: boolean;
  knownUntil: KnownUntilView[];
  tiles: TilesView;
  months: MonthFigureView[];
  /** The first of the units right below, by name. */
  units: UnitFiguresView[];
  unitsTotal: number;
}

export class OverviewView extends FiguresView {
  /** How the figures are counted, in the reader's language. */
  basis: string;
  abilities: string[];
}

export class UnitOverviewView extends OverviewView {
  id: string;
  name: string;
}
