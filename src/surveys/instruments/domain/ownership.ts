import type { DefinitionFault } from './definition.js';
import type { Instrument, Item, Scale } from './instrument.js';

export type NameFault = { readonly field: string; readonly code: 'name-protected' };
export type FitFault = {
  readonly field: string;
  readonly code: 'standard-scale-changed' | 'standard-item-changed' | 'standard-name-changed';
};
export type PublishingFault = DefinitionFault | NameFault | FitFault;

/** A protected name over own wording would tell readers that they look at somebody else's measured questionnaire. */
export const nameFaults = (
  { name, scales }: Pick<Instrument, 'name' | 'scales'>,
  protectedNames: readonly RegExp[],
): NameFault[] => {
  const named = [
    { field: 'name', wording: name },
    ...scales.map((scale, at) => ({ field: `scales.${at}.name`, wording: scale.name })),
  ];
  return named
    .filter(({ wording }) => protectedNames.some((each) => each.test(wording.da) || each.test(wording.en)))
    .map(({ field }) => ({ field, code: 'name-protected' }));
};

const scoringOf = ({ kind, reversed, choices }: Item) =>
  JSON.stringify([kind, reversed, choices.map(({ score }) => score)]);
const rulesOf = ({ itemIds, minimumAnswered, higherIsBetter, name }: Scale) =>
  JSON.stringify([itemIds, minimumAnswered, higherIsBetter, name]);

/**
 * What was changed of a standard that only its holder may change: its name, its scales and how answers score. An altered
 * version may not bear the name. A standard that leaves its scales open may have more of them, and left-out ones.
 */
export const fitFaults = (filled: Instrument, outline: Instrument, open: boolean): FitFault[] => {
  const scaleFault = (scale: Scale): FitFault[] => {
    const at = filled.scales.findIndex(({ id }) => id === scale.id);
    const found = filled.scales[at];
    if (!found && open) return [];
    return found && rulesOf(found) === rulesOf(scale)
      ? []
      : [{ field: at < 0 ? 'scales' : `scales.${at}`, code: 'standard-scale-changed' }];
  };
  const itemFault = (item: Item): FitFault[] => {
    const at = filled.items.findIndex(({ id }) => id === item.id);
    const found = filled.items[at];
    if (!found && open) return [];
    return found && scoringOf(found) === scoringOf(item)
      ? []
      : [{ field: at < 0 ? 'items' : `items.${at}`, code: 'standard-item-changed' }];
  };
  const renamed = filled.name.da !== outline.name.da || filled.name.en !== outline.name.en;
  return [
    ...(renamed ? [{ field: 'name', code: 'standard-name-changed' } as const] : []),
    ...outline.scales.flatMap(scaleFault),
    ...outline.items.flatMap(itemFault),
  ];
};
