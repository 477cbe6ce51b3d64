import type { Instrument, Scale } from '../instruments/domain/instrument.js';
import type { FrozenItem, FrozenScale } from './domain/frozen.js';
import { responseLabel, responseRate } from './domain/response.js';
import type { RoundHead, TrendRow, UnitRow } from './results.queries.js';
import type {
  ItemResultView,
  ResultRoundView,
  ResultScaleView,
  ScaleCellView,
  TrendPointView,
  UnitResultView,
} from './results.view.js';

export const roundView = ({
  roundId,
  title,
  kind,
  opensOn,
  closesOn,
}: Omit<RoundHead, 'definitions' | 'whole'>): ResultRoundView => ({
  id: roundId,
  title,
  kind,
  opensOn,
  closesOn,
});

export const scaleView = (scale: Scale): ResultScaleView => ({
  id: scale.id,
  name: scale.name,
  measures: scale.measures,
  higherIsBetter: scale.higherIsBetter,
  minimumDifference: scale.minimumDifference,
  offensive: scale.offensive ?? false,
  thresholds: [...scale.thresholds],
  references: [...scale.references],
});

const cellView = (cell: FrozenScale): ScaleCellView => ({ ...cell });

export const unitView = (unit: UnitRow): UnitResultView => {
  const rate = unit.answered === null ? null : responseRate(unit.answered, unit.invited);
  return {
    unitId: unit.unitId,
    name: unit.name,
    above: unit.above,
    kind: unit.kind,
    parts: unit.parts,
    invited: unit.invited,
    answered: unit.answered,
    rate,
    label: rate === null ? null : responseLabel(rate),
    reason: unit.reason,
    needs: unit.needs,
    has: unit.has,
    comments: unit.comments,
    scales: unit.scales.map(cellView),
  };
};

export const itemViews = (instrument: Instrument, frozen: readonly FrozenItem[]): ItemResultView[] =>
  frozen.flatMap((cell) => {
    const item = instrument.items.find(({ id }) => id === cell.id);
    if (!item) return [];
    const { counts, ...figures } = cell;
    return [
      {
        ...figures,
        wording: item.wording,
        reversed: item.reversed,
        offensive: item.offensive ?? false,
        choices: item.choices.map(({ wording, score }, index) => ({
          wording,
          score,
          count: counts?.[index] ?? null,
        })),
        scaleIds: instrument.scales.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ id }) => id),
      },
    ];
  });

export const trendView = ({
  roundId,
  title,
  closesOn,
  invited,
  answered,
  scales,
}: TrendRow): TrendPointView => ({
  roundId,
  title,
  closesOn,
  rate: answered === null ? null : responseRate(answered, invited),
  scales: scales.map(cellView),
});
