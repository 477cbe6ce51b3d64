import { stateOf, type Channel } from './domain/round.js';
import type { ListedRound, Round, RoundCounts, SurveyGroup } from './rounds.repository.js';
import type { RoundRow, RoundView } from './rounds.view.js';

const inDanish = new Intl.Collator('da', { numeric: true });

export const roundRowOf = (round: ListedRound): RoundRow => {
  const { roundId, openedAt: _opened, closedAt: _closed, groups: _groups, ...row } = round;
  return { ...row, id: roundId, state: stateOf(round) };
};

interface Reached {
  readonly channel: Channel;
  readonly invited: number;
  readonly notBegun: number;
}

/** Whether telling channels apart would tell of fewer than a reporting group who of them has opened theirs. */
export const tellsOfFew = (channels: readonly Reached[], minimum: number): boolean =>
  channels.length > 1 && channels.some(({ invited }) => invited < minimum);

interface Around {
  readonly counts: RoundCounts;
  readonly groups: readonly SurveyGroup[];
  readonly channels: readonly Reached[];
  readonly names: ReadonlyMap<string, string>;
  readonly lettersAFile: number;
  readonly abilities: string[];
}

export const roundViewOf = (
  round: Round,
  { counts, groups, channels, names, lettersAFile, abilities }: Around,
): RoundView => {
  // A code for the shared screen is handed over on paper too.
  const letters = channels
    .filter(({ channel }) => channel === 'letter' || channel === 'kiosk')
    .reduce((sum, { invited }) => sum + invited, 0);
  const { roundId, tenantId, kind, title, instrument, opensOn, closesOn, everyWeeks, asOf, minimum } = round;
  const { tenureFrom, tenureTo } = round;
  return {
    ...{ id: roundId, state: stateOf(round), kind, title, instrumentName: instrument.name },
    ...{ opensOn, closesOn, everyWeeks, asOf, minimum, tenureFrom, tenureTo, abilities },
    ...{ invited: counts.invited, begun: counts.begun, answered: counts.answered },
    channels: [...round.channels],
    unitNames: round.unitIds.map((id) => names.get(id) ?? ''),
    jobGroups: [...round.jobGroups],
    groups: groups
      .map(({ groupId, unitId, invited, begun, fingerprint }) => ({
        ...{ id: groupId, unitId, invited, begun, fingerprint },
        unitName: unitId === null ? null : (names.get(unitId) ?? ''),
      }))
      .toSorted((one, other) => inDanish.compare(one.unitName ?? '', other.unitName ?? '')),
    reached: channels.map((reached) => ({
      ...reached,
      notBegun: tellsOfFew(channels, minimum) ? null : reached.notBegun,
    })),
    letterFiles: Math.ceil(letters / lettersAFile),
    kiosk: round.channels.includes('kiosk') ? `${tenantId}.${roundId}` : null,
  };
};
